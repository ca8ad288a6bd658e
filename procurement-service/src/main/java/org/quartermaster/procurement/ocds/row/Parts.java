package org.quartermaster.procurement.ocds.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.quartermaster.procurement.ocds.OwnMember;
import org.quartermaster.procurement.ocds.Pointer;
import org.quartermaster.procurement.ocds.Texts;
import org.quartermaster.procurement.ocds.row.CompiledTender.Award;
import org.quartermaster.procurement.ocds.row.CompiledTender.Contract;
import org.quartermaster.procurement.ocds.row.CompiledTender.Document;
import org.quartermaster.procurement.ocds.row.CompiledTender.Item;
import org.quartermaster.procurement.ocds.row.CompiledTender.Lot;

/** The rows below a tender. A member without id cannot be a row and is counted in the release only. */
final class Parts {
    private static final Set<String> AWARD_STATUS = Set.of("pending", "active", "cancelled", "unsuccessful");
    private static final Set<String> CONTRACT_STATUS = Set.of("pending", "active", "cancelled", "terminated");
    private static final Pointer TENDER = Pointer.ROOT.at("tender");

    private final Reading reading;
    private final Entities entities;

    Parts(Reading reading, Entities entities) {
        this.reading = reading;
        this.entities = entities;
    }

    /** Reads one member of a list that stands at a place. */
    private interface MemberReading<T> {
        T read(String id, JsonNode member, Pointer at);
    }

    List<Lot> lots(JsonNode tender) {
        return read(tender.path("lots"), TENDER.at("lots"), this::lot);
    }

    List<Item> items(JsonNode tender) {
        return read(tender.path("items"), TENDER.at("items"), this::item);
    }

    List<Award> awards(JsonNode release) {
        return read(release.path("awards"), Pointer.ROOT.at("awards"), this::award);
    }

    List<Contract> contracts(JsonNode release) {
        return read(release.path("contracts"), Pointer.ROOT.at("contracts"), this::contract);
    }

    /** Documents of planning, tender, awards and contracts; of an id given twice the first counts. */
    List<Document> documents(JsonNode release) {
        var byId = new LinkedHashMap<String, Document>();
        addDocuments(byId, release.path("tender"), TENDER);
        addDocuments(byId, release.path("planning"), Pointer.ROOT.at("planning"));
        for (var section : List.of("awards", "contracts")) {
            for (int i = 0; i < release.path(section).size(); i++) {
                addDocuments(
                        byId,
                        release.path(section).path(i),
                        Pointer.ROOT.at(section).at(i));
            }
        }
        return List.copyOf(byId.values());
    }

    private void addDocuments(LinkedHashMap<String, Document> byId, JsonNode section, Pointer at) {
        for (var document : read(section.path("documents"), at.at("documents"), this::document)) {
            byId.putIfAbsent(document.id(), document);
        }
    }

    private static <T> List<T> read(JsonNode list, Pointer at, MemberReading<T> reading) {
        var rows = new LinkedHashMap<String, T>();
        for (int i = 0; list.isArray() && i < list.size(); i++) {
            var id = Texts.id(list.get(i).path("id"));
            if (id != null && !rows.containsKey(id) && !OwnMember.isRemoved(list.get(i))) {
                rows.put(id, reading.read(id, list.get(i), at.at(i)));
            }
        }
        return List.copyOf(rows.values());
    }

    private Lot lot(String id, JsonNode lot, Pointer at) {
        return new Lot(
                id,
                Texts.of(lot.path("title")),
                Texts.of(lot.path("description")),
                Texts.of(lot.path("status")),
                reading.money(lot.path("value"), at.at("value")),
                reading.end(
                        lot.path("tenderPeriod").path("endDate"),
                        at.at("tenderPeriod").at("endDate")));
    }

    private Item item(String id, JsonNode item, Pointer at) {
        var unit = item.path("unit");
        return new Item(
                id,
                Texts.of(item.path("description")),
                CpvScheme.code(item.path("classification")),
                additional(item.path("additionalClassifications")),
                reading.quantity(item.path("quantity"), at.at("quantity")),
                Texts.first(Texts.of(unit.path("name")), Texts.id(unit.path("id"))),
                reading.money(unit.path("value"), at.at("unit").at("value")),
                Texts.id(item.path("relatedLot")));
    }

    private static List<String> additional(JsonNode classifications) {
        var codes = new TreeSet<String>();
        for (var classification : classifications) {
            var code = CpvScheme.code(classification);
            if (code != null) {
                codes.add(code);
            }
        }
        return List.copyOf(codes);
    }

    private Award award(String id, JsonNode award, Pointer at) {
        return new Award(
                id,
                Texts.of(award.path("title")),
                known(AWARD_STATUS, award.path("status")),
                reading.start(award.path("date"), at.at("date")),
                reading.money(award.path("value"), at.at("value")),
                lotIds(award),
                entities.suppliers(award));
    }

    private static List<String> lotIds(JsonNode award) {
        var ids = new ArrayList<String>();
        award.path("relatedLots").forEach(lot -> {
            if (Texts.id(lot) != null) {
                ids.add(Texts.id(lot));
            }
        });
        return List.copyOf(ids);
    }

    private Contract contract(String id, JsonNode contract, Pointer at) {
        var period = contract.path("period");
        return new Contract(
                id,
                Texts.id(contract.path("awardID")),
                Texts.of(contract.path("title")),
                known(CONTRACT_STATUS, contract.path("status")),
                reading.start(contract.path("dateSigned"), at.at("dateSigned")),
                reading.money(contract.path("value"), at.at("value")),
                reading.start(period.path("startDate"), at.at("period").at("startDate")),
                reading.end(period.path("endDate"), at.at("period").at("endDate")));
    }

    private Document document(String id, JsonNode document, Pointer at) {
        return new Document(
                id,
                Texts.of(document.path("documentType")),
                Texts.of(document.path("title")),
                Texts.of(document.path("url")),
                Texts.of(document.path("format")),
                Texts.of(document.path("language")),
                reading.start(document.path("datePublished"), at.at("datePublished")));
    }

    static String known(Set<String> values, JsonNode value) {
        var text = Texts.of(value);
        return text != null && values.contains(text) ? text : null;
    }
}
