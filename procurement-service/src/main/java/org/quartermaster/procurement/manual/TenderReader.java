package org.quartermaster.procurement.manual;

import static org.quartermaster.procurement.manual.SectionFields.ID;
import static org.quartermaster.procurement.manual.SectionFields.LINE;
import static org.quartermaster.procurement.manual.SectionFields.LONG;
import static org.quartermaster.procurement.manual.SectionFields.NAME;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.procurement.criteria.MainCategory;
import org.quartermaster.procurement.criteria.Procedure;
import org.quartermaster.procurement.criteria.TenderStatus;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.OwnMember;

/** Reads a request about a tender: a field that is not named is left out, one that is cleared becomes null. */
final class TenderReader {
    private static final int CATEGORY = 255;
    private static final int PARTS = 1_000;
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,6})?");

    private final Fields fields;
    private final SectionFields values;
    private final boolean isNew;
    private final ObjectNode release = Json.NODES.objectNode();
    private final ObjectNode tender = Json.NODES.objectNode();
    private final Set<String> lists = new HashSet<>();

    private TenderReader(Fields fields, boolean isNew) {
        this.fields = fields;
        this.values = new SectionFields(fields);
        this.isNew = isNew;
    }

    /** Reads and checks all fields; 422 where one is wrong or unknown. */
    static TenderInput read(Fields fields, boolean isNew) {
        var reader = new TenderReader(fields, isNew);
        reader.words();
        reader.money();
        var status = reader.stage();
        reader.dates();
        reader.codes();
        reader.parts();
        reader.origin();
        fields.checkStrictly();
        return new TenderInput(reader.release, reader.tender, reader.lists, status);
    }

    private void words() {
        values.text("title", 1, LINE, tender, "title");
        values.text("description", 0, LONG, tender, "description");
        fields.text("category", 0, CATEGORY).to(this::category);
        fields.word("main_category", MainCategory.class)
                .to(value -> tender.put("mainProcurementCategory", value == null ? null : Words.of(value)));
        var buyer = fields.nested("buyer");
        if (fields.has("buyer")) {
            buyer(buyer);
        }
    }

    private void category(String value) {
        if (value == null) {
            tender.putNull("additionalProcurementCategories");
        } else {
            tender.putArray("additionalProcurementCategories").add(value);
        }
    }

    private void buyer(Fields buyer) {
        var party = Json.NODES.objectNode();
        var from = new SectionFields(buyer);
        from.text("name", 1, NAME, party, "name");
        from.text("id", 0, ID, party, "id");
        var scheme = buyer.text("scheme", 0, ID).value();
        if (scheme != null && party.hasNonNull("id")) {
            party.putObject("identifier")
                    .put("scheme", scheme)
                    .put("id", party.get("id").textValue());
        }
        if (!party.hasNonNull("name")) {
            buyer.error("name", "missing");
        }
        release.set("buyer", party);
    }

    private void money() {
        var value = Json.NODES.objectNode();
        values.amount("estimated_value").to(amount -> value.set("amount", SectionFields.number(amount)));
        values.currency("estimated_currency").to(currency -> value.put("currency", currency));
        if (!value.isEmpty()) {
            tender.set("value", value);
        }
    }

    private TenderStatus stage() {
        fields.word("procedure", Procedure.class)
                .to(value -> tender.put("procurementMethod", value == null ? null : Words.of(value)));
        values.text("procedure_details", 0, LINE, tender, "procurementMethodDetails");
        var status = fields.word("status", TenderStatus.class);
        status.to(value -> tender.put("status", value == null ? null : ocdsStatus(value)));
        return status.value();
    }

    private static String ocdsStatus(TenderStatus status) {
        return switch (status) {
            case PLANNED -> "planned";
            case OPEN -> "active";
            case CLOSED, AWARDED -> "complete";
            case CANCELLED -> "cancelled";
        };
    }

    private void dates() {
        values.start("publication_date").to(value -> tender.put("datePublished", value));
        var period = Json.NODES.objectNode();
        values.start("opening_date").to(value -> period.put("startDate", value));
        values.end("closing_date").to(value -> period.put("endDate", value));
        if (!period.isEmpty()) {
            tender.set("tenderPeriod", period);
        }
        var opening = instant(period, "startDate");
        var closing = instant(period, "endDate");
        if (opening != null && closing != null && closing.isBefore(opening)) {
            fields.error("closing_date", "range_backwards");
        }
    }

    private static Instant instant(ObjectNode period, String name) {
        return period.hasNonNull(name) ? Instant.parse(period.get(name).textValue()) : null;
    }

    /** NB: several codes stand with an item of their own, whose list of further codes is replaced as a whole. */
    private void codes() {
        var codes = fields.texts("cpv_codes");
        for (var i = 0; i < codes.size(); i++) {
            values.checkCpv("cpv_codes[" + i + "]", codes.get(i));
        }
        if (!fields.has("cpv_codes")) {
            return;
        }
        tender.set("classification", codes.isEmpty() ? cleared() : SectionFields.classification(codes.get(0)));
        if (isNew && codes.size() < 2) {
            return;
        }
        var item = tender.putArray("items").addObject().put("id", TenderInput.CODES);
        item.set("classification", codes.isEmpty() ? cleared() : SectionFields.classification(codes.get(0)));
        var further = item.putArray("additionalClassifications");
        codes.stream().skip(1).map(SectionFields::classification).forEach(further::add);
    }

    private static ObjectNode cleared() {
        return Json.NODES.objectNode().putNull("scheme").putNull("id");
    }

    private void parts() {
        list("lots", tender, TenderParts::lot);
        list("items", tender, TenderParts::item);
        list("awards", release, TenderParts::award);
    }

    private void list(String name, ObjectNode section, BiFunction<Fields, Integer, ObjectNode> reader) {
        var given = fields.items(name, PARTS);
        if (!fields.has(name)) {
            return;
        }
        lists.add(name);
        var list = section.withArray(name);
        for (var i = 0; i < given.size(); i++) {
            list.add(reader.apply(given.get(i), i));
        }
    }

    private void origin() {
        values.coded("language", LANGUAGE).to(language -> release.put("language", language));
        var own = Json.NODES.objectNode();
        values.text("source_reference", 0, NAME, own, "sourceReference");
        values.text("source_url", 0, LINE, own, "sourceUrl");
        values.coded("country", COUNTRY).to(country -> own.put("country", country));
        if (!own.isEmpty()) {
            release.set(OwnMember.NAME, own);
        }
    }
}
