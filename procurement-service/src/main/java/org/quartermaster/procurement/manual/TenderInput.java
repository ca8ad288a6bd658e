package org.quartermaster.procurement.manual;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Field;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.procurement.cpv.Cpv;
import org.quartermaster.procurement.criteria.MainCategory;
import org.quartermaster.procurement.criteria.Procedure;
import org.quartermaster.procurement.criteria.TenderStatus;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.OwnMember;
import org.quartermaster.procurement.ocds.SourceDate;
import org.quartermaster.procurement.ocds.schema.Shape;

/**
 * What a request says of a tender, as the sections of a release: a field that is not named is left out, one that is
 * cleared becomes null.
 */
final class TenderInput {
    private static final String MOST = "99999999999999999999.9999";
    private static final int DECIMALS = 4;
    private static final int LONG = 900_000;
    private static final int LINE = 2_000;
    private static final int NAME = 500;
    private static final int CATEGORY = 255;
    private static final int ID = 100;
    private static final int PARTS = 1_000;

    /** The item that holds the codes of the whole tender. */
    private static final String CODES = "cpv";

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,6})?");

    private final Fields fields;
    private final boolean isNew;
    private final ObjectNode release = Json.NODES.objectNode();
    private final ObjectNode tender = Json.NODES.objectNode();
    private final Set<String> lists = new HashSet<>();
    private TenderStatus status;
    private boolean hasAwards;

    private TenderInput(Fields fields, boolean isNew) {
        this.fields = fields;
        this.isNew = isNew;
    }

    /** Reads and checks all fields; 422 where one is wrong or unknown. */
    static TenderInput read(Fields fields, boolean isNew) {
        var input = new TenderInput(fields, isNew);
        input.words();
        input.money();
        input.stage();
        input.dates();
        input.codes();
        input.parts();
        input.origin();
        fields.checkStrictly();
        return input;
    }

    /** The sections of the release, without its head. */
    ObjectNode sections() {
        var all = release.deepCopy();
        if (!tender.isEmpty()) {
            all.set("tender", tender);
        }
        return all;
    }

    /** The stage that the release tells of, where it is not the first one. */
    List<String> tags() {
        if (status == TenderStatus.CANCELLED) {
            return List.of("tenderCancellation");
        }
        return hasAwards ? List.of("tenderUpdate", "award") : List.of("tenderUpdate");
    }

    boolean isAwarded() {
        return status == TenderStatus.AWARDED;
    }

    boolean hasAwards() {
        return hasAwards;
    }

    /**
     * Makes of the lists that were given the whole lists of a release.
     *
     * @param compiled the tender as it stands
     */
    void completeLists(ObjectNode body, JsonNode compiled, Shape schema) {
        for (var name : lists) {
            var isAwards = name.equals("awards");
            var section = isAwards ? body : (ObjectNode) body.get("tender");
            var before =
                    isAwards ? compiled.path(name) : compiled.path("tender").path(name);
            var shape = isAwards ? schema.field(name) : schema.field("tender").field(name);
            Replacing.complete(section.withArray(name), before, shape, CODES);
        }
    }

    private void words() {
        text("title", 1, LINE, tender, "title");
        text("description", 0, LONG, tender, "description");
        fields.text("category", 0, CATEGORY).to(value -> {
            var list = tender.putArray("additionalProcurementCategories");
            if (value != null) {
                list.add(value);
            } else {
                tender.putNull("additionalProcurementCategories");
            }
        });
        fields.word("main_category", MainCategory.class)
                .to(value -> put(tender, "mainProcurementCategory", value == null ? null : Words.of(value)));
        if (fields.has("buyer")) {
            buyer(fields.nested("buyer"));
        } else {
            fields.nested("buyer");
        }
    }

    private void buyer(Fields buyer) {
        var party = Json.NODES.objectNode();
        text(buyer, "name", 1, NAME, party, "name");
        text(buyer, "id", 0, ID, party, "id");
        var scheme = buyer.text("scheme", 0, ID).value();
        if (scheme != null && party.hasNonNull("id")) {
            party.putObject("identifier")
                    .put("scheme", scheme)
                    .put("id", party.get("id").textValue());
        }
        buyer.unknown().forEach(name -> buyer.error(name, "unknown_field"));
        if (!party.hasNonNull("name")) {
            buyer.error("name", "missing");
        }
        release.set("buyer", party);
    }

    private void money() {
        var value = Json.NODES.objectNode();
        amount(fields, "estimated_value").to(amount -> value.set("amount", number(amount)));
        coded(fields, "estimated_currency", CURRENCY).to(currency -> put(value, "currency", currency));
        if (!value.isEmpty()) {
            tender.set("value", value);
        }
    }

    private static JsonNode number(BigDecimal amount) {
        return amount == null ? Json.NODES.nullNode() : Json.NODES.numberNode(amount.stripTrailingZeros());
    }

    private static Field<BigDecimal> amount(Fields from, String name) {
        return from.decimal(name, DECIMALS, "0", MOST);
    }

    private static Field<String> coded(Fields from, String name, Pattern form) {
        var code = from.text(name, 0, ID);
        if (code.value() != null && !form.matcher(code.value()).matches()) {
            from.error(name, "string_pattern", form.pattern());
        }
        return code;
    }

    private void stage() {
        fields.word("procedure", Procedure.class)
                .to(value -> put(tender, "procurementMethod", value == null ? null : Words.of(value)));
        text("procedure_details", 0, LINE, tender, "procurementMethodDetails");
        fields.word("status", TenderStatus.class).to(value -> {
            status = value;
            put(tender, "status", value == null ? null : ocdsStatus(value));
        });
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
        time(fields, "publication_date", false).to(value -> put(tender, "datePublished", value));
        var period = Json.NODES.objectNode();
        time(fields, "opening_date", false).to(value -> put(period, "startDate", value));
        time(fields, "closing_date", true).to(value -> put(period, "endDate", value));
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

    /** A day or an instant with zone, as an instant; a day that ends something counts to its last second. */
    private static Field<String> time(Fields from, String name, boolean isEnd) {
        var text = from.text(name, 0, ID);
        if (text.value() == null) {
            return text;
        }
        var date =
                isEnd ? SourceDate.end(text.value(), ZoneOffset.UTC) : SourceDate.start(text.value(), ZoneOffset.UTC);
        if (date == null) {
            from.error(name, "datetime_parsing");
            return new Field<>(false, null);
        }
        return new Field<>(true, date.instant().toString());
    }

    /** NB: several codes stand with an item of their own, whose list of further codes is replaced as a whole. */
    private void codes() {
        var codes = fields.texts("cpv_codes");
        for (var i = 0; i < codes.size(); i++) {
            if (Cpv.wholeCode(codes.get(i)).isEmpty()) {
                fields.error("cpv_codes[" + i + "]", "malformed_cpv");
            }
        }
        if (!fields.has("cpv_codes")) {
            return;
        }
        tender.set("classification", codes.isEmpty() ? cleared() : classification(codes.get(0)));
        if (isNew && codes.size() < 2) {
            return;
        }
        var item = tender.putArray("items").addObject().put("id", CODES);
        item.set("classification", codes.isEmpty() ? cleared() : classification(codes.get(0)));
        var further = item.putArray("additionalClassifications");
        codes.stream().skip(1).map(TenderInput::classification).forEach(further::add);
    }

    private static ObjectNode classification(String code) {
        return Json.NODES.objectNode().put("scheme", "CPV").put("id", code);
    }

    private static ObjectNode cleared() {
        return Json.NODES.objectNode().putNull("scheme").putNull("id");
    }

    private void parts() {
        list("lots", tender, TenderInput::lot);
        list("items", tender, TenderInput::item);
        list("awards", release, TenderInput::award);
        hasAwards = !release.path("awards").isEmpty();
    }

    private void list(String name, ObjectNode section, BiFunction<Fields, Integer, ObjectNode> reader) {
        if (!fields.has(name)) {
            fields.items(name, PARTS);
            return;
        }
        lists.add(name);
        var list = section.withArray(name);
        var given = fields.items(name, PARTS);
        for (var i = 0; i < given.size(); i++) {
            list.add(reader.apply(given.get(i), i));
        }
    }

    private static ObjectNode lot(Fields from, int place) {
        var lot = part(from, "lot_id", place);
        text(from, "title", 0, LINE, lot, "title");
        text(from, "description", 0, LONG, lot, "description");
        text(from, "status", 0, ID, lot, "status");
        value(from, "value", "currency", lot);
        time(from, "closing_date", true)
                .to(date -> lot.putObject("tenderPeriod").put("endDate", date));
        return lot;
    }

    private static ObjectNode item(Fields from, int place) {
        var item = part(from, "item_id", place);
        text(from, "description", 0, LONG, item, "description");
        var code = from.text("cpv_code", 0, ID).value();
        if (code != null && Cpv.wholeCode(code).isEmpty()) {
            from.error("cpv_code", "malformed_cpv");
        }
        if (code != null) {
            item.set("classification", classification(code));
        }
        from.decimal("quantity", DECIMALS, "0", MOST).to(quantity -> item.set("quantity", number(quantity)));
        var unit = Json.NODES.objectNode();
        text(from, "unit", 0, NAME, unit, "name");
        value(from, "unit_value", "currency", unit);
        if (!unit.isEmpty()) {
            item.set("unit", unit);
        }
        text(from, "lot_id", 0, ID, item, "relatedLot");
        return item;
    }

    private static ObjectNode award(Fields from, int place) {
        var award = part(from, "award_id", place);
        from.require("supplier_name");
        var supplier = Json.NODES.objectNode().put("id", "supplier-" + (place + 1));
        text(from, "supplier_name", 1, NAME, supplier, "name");
        award.putArray("suppliers").add(supplier);
        value(from, "value", "currency", award);
        time(from, "date", false).to(date -> put(award, "date", date));
        award.put("status", Words.of(from.word("status", AwardStatus.class).or(AwardStatus.ACTIVE)));
        return award;
    }

    private static ObjectNode part(Fields from, String id, int place) {
        return Json.NODES.objectNode().put("id", from.text(id, 0, ID).or(Integer.toString(place + 1)));
    }

    private static void value(Fields from, String amountName, String currencyName, ObjectNode target) {
        var amount = amount(from, amountName).value();
        var currency = coded(from, currencyName, CURRENCY).value();
        if (amount != null && currency == null) {
            from.error(currencyName, "currency_needed");
        }
        if (amount != null) {
            var value = target.putObject("value");
            value.set("amount", number(amount));
            value.put("currency", currency);
        }
    }

    private void origin() {
        coded(fields, "language", LANGUAGE).to(language -> put(release, "language", language));
        var own = Json.NODES.objectNode();
        text("source_reference", 0, NAME, own, "sourceReference");
        text("source_url", 0, LINE, own, "sourceUrl");
        coded(fields, "country", COUNTRY).to(country -> put(own, "country", country));
        if (!own.isEmpty()) {
            release.set(OwnMember.NAME, own);
        }
    }

    private void text(String name, int min, int max, ObjectNode target, String member) {
        text(fields, name, min, max, target, member);
    }

    private static void text(Fields from, String name, int min, int max, ObjectNode target, String member) {
        from.text(name, min, max).to(value -> put(target, member, value));
    }

    private static void put(ObjectNode target, String member, String value) {
        target.put(member, value);
    }
}
