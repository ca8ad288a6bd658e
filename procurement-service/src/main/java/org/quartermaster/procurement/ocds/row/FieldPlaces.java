package org.quartermaster.procurement.ocds.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.quartermaster.procurement.ocds.OwnMember;
import org.quartermaster.procurement.ocds.Pointer;
import org.quartermaster.procurement.ocds.Texts;

/** Finds the places of a compiled release that the fields of its tender were taken from. */
public final class FieldPlaces {
    private static final Pointer TENDER = Pointer.ROOT.at("tender");
    private static final Pointer OWN = Pointer.ROOT.at(OwnMember.NAME);

    private final JsonNode release;
    private final CompiledTender row;
    private final Entities entities;
    private final Map<String, List<Pointer>> places = new LinkedHashMap<>();

    private FieldPlaces(JsonNode release, CompiledTender row) {
        this.release = release;
        this.row = row;
        this.entities = new Entities(release);
    }

    /**
     * The places by the name of the field; a field that is unknown, or that no place of the release tells, is left out.
     *
     * @param row what was made of the release
     */
    public static Map<String, List<Pointer>> of(JsonNode release, CompiledTender row) {
        var found = new FieldPlaces(release, row);
        found.words();
        found.stage();
        found.money();
        found.codes();
        found.parts();
        found.origin();
        return found.places;
    }

    private void words() {
        var description = TENDER.at("description");
        first("ocid", row.ocid(), Texts::of, Pointer.ROOT.at("ocid"));
        first("title", row.words().title(), this::titleOf, TENDER.at("title"), description, Pointer.ROOT.at("ocid"));
        taken("description", row.words().description(), description);
        taken("category", row.words().category(), TENDER.at("additionalProcurementCategories"));
        taken("main_category", row.words().mainCategory(), TENDER.at("mainProcurementCategory"));
        taken("procuring_entity", row.buyer().name(), buyer());
    }

    private String titleOf(JsonNode value) {
        var text = Texts.of(value);
        return text != null && text.startsWith(row.words().title())
                ? row.words().title()
                : null;
    }

    private Pointer buyer() {
        var buyer = Pointer.ROOT.at("buyer").at("name");
        if (Texts.of(at(buyer)) != null) {
            return buyer;
        }
        var party = entities.placeOfRole("buyer");
        var procuring = TENDER.at("procuringEntity");
        return party != null ? party : entities.placeOfName(at(procuring), procuring);
    }

    private void stage() {
        var period = TENDER.at("tenderPeriod");
        taken("procedure", row.stage().procedure(), TENDER.at("procurementMethod"));
        taken("procedure_details", row.stage().procedureDetails(), TENDER.at("procurementMethodDetails"));
        taken(
                "status",
                row.stage().status(),
                TenderStatus.place(release, row.stage().status()));
        taken("ocds_status", row.stage().ocdsStatus(), TENDER.at("status"));
        taken("publication_date", row.dates().publication(), TENDER.at("datePublished"));
        taken("opening_date", row.dates().opening(), period.at("startDate"));
        taken("closing_date", row.dates().closing(), period.at("endDate"));
    }

    private void money() {
        taken("estimated_value", row.estimated().amount(), TENDER.at("value").at("amount"));
        taken(
                "estimated_currency",
                row.estimated().currency(),
                TENDER.at("value").at("currency"));
        each("awards", (award, at) -> {
            if (TenderRow.hasValue(Texts.of(award.path("status")))) {
                taken("actual_value", row.actual().amount(), at.at("value").at("amount"));
                taken("actual_currency", row.actual().currency(), at.at("value").at("currency"));
            }
            if ("active".equals(Texts.of(award.path("status")))) {
                winners(award, at.at("suppliers"));
            }
        });
    }

    private void winners(JsonNode award, Pointer at) {
        for (var i = 0; i < award.path("suppliers").size(); i++) {
            var supplier = entities.placeOfName(award.path("suppliers").path(i), at.at(i));
            taken("winner", row.winner(), supplier);
        }
    }

    private void codes() {
        var classifications = new ArrayList<Pointer>(List.of(TENDER.at("classification")));
        for (var i = 0; i < release.path("tender").path("items").size(); i++) {
            classifications.add(TENDER.at("items").at(i).at("classification"));
        }
        first("cpv_code", row.cpv().main(), CpvScheme::code, classifications.toArray(Pointer[]::new));
        places.computeIfPresent("cpv_code", (name, at) -> List.of(at.get(0).at("id")));
        CpvCodes.places(release).forEach(place -> taken("cpv_codes", row.cpv().all(), place));
    }

    private void parts() {
        ids("lots", TENDER.at("lots"));
        ids("items", TENDER.at("items"));
        for (var section : List.of(TENDER, Pointer.ROOT.at("planning"))) {
            ids("documents", section.at("documents"));
        }
        for (var section : List.of("awards", "contracts")) {
            ids(section, Pointer.ROOT.at(section));
            each(section, (member, at) -> ids("documents", at.at("documents")));
        }
    }

    private void origin() {
        taken("language", row.language(), Pointer.ROOT.at("language"));
        var given = OWN.at("sourceReference");
        var reference = Texts.of(at(given)) == null ? TENDER.at("id") : given;
        if (!Objects.equals(row.ocid(), Texts.id(at(reference)))) {
            taken("source_reference", reference, reference);
        }
        taken("source_url", OWN, OWN.at("sourceUrl"));
        taken("country", OWN, OWN.at("country"));
    }

    /** Adds a place where the field is known and the release says something there. */
    private void taken(String field, Object value, Pointer place) {
        if (value != null
                && place != null
                && !at(place).isMissingNode()
                && !at(place).isNull()) {
            places.computeIfAbsent(field, name -> new ArrayList<>()).add(place);
        }
    }

    private void first(String field, String value, Function<JsonNode, String> reading, Pointer... candidates) {
        for (var place : candidates) {
            if (value != null && Objects.equals(value, reading.apply(at(place)))) {
                taken(field, value, place);
                return;
            }
        }
    }

    private void ids(String field, Pointer list) {
        var members = at(list);
        for (var i = 0; members.isArray() && i < members.size(); i++) {
            if (!OwnMember.isRemoved(members.get(i))) {
                taken(field, members, list.at(i).at("id"));
            }
        }
    }

    private interface Member {
        void see(JsonNode value, Pointer at);
    }

    private void each(String section, Member member) {
        var list = release.path(section);
        for (var i = 0; list.isArray() && i < list.size(); i++) {
            if (!OwnMember.isRemoved(list.get(i))) {
                member.see(list.get(i), Pointer.ROOT.at(section).at(i));
            }
        }
    }

    private JsonNode at(Pointer place) {
        return release.at(place.toString());
    }
}
