package org.quartermaster.procurement.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.db.CopyRows;
import org.quartermaster.procurement.cpv.Cpv;
import org.quartermaster.procurement.load.Parties.Party;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.OwnMember;
import org.quartermaster.procurement.ocds.Texts;
import org.quartermaster.procurement.ocds.row.ChangeClass;
import org.quartermaster.procurement.ocds.row.CompiledTender.Award;
import org.quartermaster.procurement.ocds.row.CompiledTender.Entity;
import org.quartermaster.procurement.ocds.row.Money;
import org.quartermaster.procurement.text.SearchVector;

/** Sends the rows of processes and their tenders to the tables of a batch. */
final class BatchRows {
    private static final int NAME = 500;
    private static final int CATEGORY = 255;
    private static final int WORD = 100;
    private static final int LANGUAGE = 10;
    private static final int CPV = 50;
    private static final int WHOLE_DIGITS = 20;

    private final Connection connection;
    private final ObjectMapper json;

    BatchRows(Connection connection, ObjectMapper json) {
        this.connection = connection;
        this.json = json;
    }

    /** Writes one row for each part of each item. */
    @FunctionalInterface
    private interface Writer<T> {
        void write(CopyRows rows, T item) throws SQLException;
    }

    private <T> void copy(String table, String columns, Collection<T> items, Writer<T> writer) throws SQLException {
        var rows = new CopyRows(connection, "copy " + table + " (" + columns + ") from stdin", json);
        for (var item : items) {
            writer.write(rows, item);
        }
        rows.end();
    }

    void processes(List<ProcessState> states) throws SQLException {
        var columns = "process_id, ocid, buyer_key, tender_id, compiled, release_count, first_date, last_date, welded,"
                + " compile_state, warnings";
        copy("b_processes", columns, states, (rows, state) -> rows.add(
                        state.process().id())
                .add(state.process().ocid())
                .add(state.process().buyerKey())
                .add(state.process().tenderId())
                .add(Json.text(state.compiled()))
                .add(state.members().size())
                .add(state.first().date())
                .add(state.last().date())
                .add(state.process().isWelded())
                .add(state.isConflict() ? "conflict" : "ok")
                .add(Json.text(warnings(state.warnings())))
                .endRow());
        copy("b_changes", "tender_id, classes, release_key, changed, status_before", states, (rows, state) -> rows.add(
                        state.process().tenderId())
                .add(state.classes().stream().map(ChangeClass::code).toList())
                .add(state.lastNew().key())
                .add(Json.text(state.difference()))
                .add(state.statusBefore())
                .endRow());
    }

    private static ArrayNode warnings(List<Issue> issues) {
        var list = Json.NODES.arrayNode();
        issues.forEach(issue -> list.addObject()
                .put("code", issue.code().code())
                .put("pointer", issue.pointer())
                .put("message", issue.message()));
        return list;
    }

    /** Where releases belong that belonged elsewhere. */
    void members(List<OcidState> ocids) throws SQLException {
        copy("b_members", "release_key, process_id", ocids, (rows, ocid) -> {
            for (var state : ocid.changed()) {
                for (var member : state.members()) {
                    if (!state.process().id().equals(member.processId())) {
                        rows.add(member.key()).add(state.process().id()).endRow();
                    }
                }
            }
            for (var release : ocid.unplaced()) {
                if (release.processId() != null) {
                    rows.add(release.key()).add(null).endRow();
                }
            }
        });
    }

    void tenders(List<ProcessState> states, Map<Party, UUID> entities) throws SQLException {
        copy("b_tenders", TenderMerge.COLUMNS, states, (rows, state) -> tender(rows, state, entities));
    }

    private static void tender(CopyRows rows, ProcessState state, Map<Party, UUID> entities) throws SQLException {
        var tender = state.tender();
        var words = tender.words();
        var release = state.compiled();
        var own = release.path(OwnMember.NAME);
        var reference = Texts.first(
                Texts.of(own.path("sourceReference")),
                Texts.id(release.path("tender").path("id")));
        var buyer = buyer(state, entities);
        rows.add(state.process().tenderId())
                .add(state.process().ocid())
                .add(state.process().id())
                .add(state.source().sourceId)
                .add(state.process().ocid().equals(reference) ? null : Cut.to(reference, NAME))
                .add(Texts.of(own.path("sourceUrl")))
                .add(words.title())
                .add(words.description())
                .add(Cut.to(words.category(), CATEGORY))
                .add(words.mainCategory())
                .add(Cut.to(tender.buyer().name(), NAME))
                .add(buyer)
                .add(tender.stage().procedure())
                .add(tender.stage().procedureDetails())
                .add(tender.stage().status())
                .add(tender.stage().ocdsStatus())
                .add(tender.dates().publication())
                .add(tender.dates().opening())
                .add(tender.dates().closing())
                .add(tender.estimated().amount())
                .add(tender.estimated().currency())
                .add(fits(tender.actual()) ? tender.actual().amount() : null)
                .add(fits(tender.actual()) ? tender.actual().currency() : null);
        codes(rows, state);
        rows.add(Cut.to(tender.winner(), NAME))
                .add(tender.lots().size())
                .add(tender.documents().size())
                .add(language(state))
                .add(Texts.first(country(own.path("country")), state.source().country))
                .add(vector(state))
                .add(state.isKnown() ? state.isMaterial() ? 1 : 0 : 1)
                .add(state.last().date())
                .add(state.last().date())
                .endRow();
    }

    /** A sum may have more digits than what it was made of. */
    private static boolean fits(Money sum) {
        return sum.amount() == null || sum.amount().precision() - sum.amount().scale() <= WHOLE_DIGITS;
    }

    private static void codes(CopyRows rows, ProcessState state) {
        var cpv = state.tender().cpv();
        var main = Cpv.wholeCode(cpv.main());
        rows.add(Cut.to(cpv.main(), CPV))
                .add(cpv.all())
                .add(Cpv.prefixes(cpv.all()))
                .add(main.map(code -> Cpv.prefixes(List.of(code))).orElse(List.of()));
    }

    private static String language(ProcessState state) {
        var language = Texts.first(state.tender().language(), state.source().language);
        return language == null ? "und" : Cut.to(language, LANGUAGE);
    }

    private static String country(JsonNode value) {
        var code = Texts.of(value);
        return code != null && code.matches("[A-Z]{2}") ? code : null;
    }

    private static String vector(ProcessState state) {
        var tender = state.tender();
        return SearchVector.of(
                        tender.words().title(),
                        tender.words().description(),
                        tender.buyer().name(),
                        tender.winner())
                .literal();
    }

    private static UUID buyer(ProcessState state, Map<Party, UUID> entities) {
        return party(state, "buyer", entities) != null
                ? party(state, "buyer", entities)
                : party(state, "procuring_entity", entities);
    }

    private static UUID party(ProcessState state, String role, Map<Party, UUID> entities) {
        return state.tender().entities().stream()
                .filter(entity -> entity.role().equals(role))
                .findFirst()
                .map(entity -> entities.get(partyOf(state, entity)))
                .orElse(null);
    }

    static Party partyOf(ProcessState state, Entity entity) {
        return Party.of(entity, state.source().sourceId, state.source().country);
    }

    void parties(List<ProcessState> states, Map<Party, UUID> entities) throws SQLException {
        copy("b_parties", "tender_id, entity_id, entity_type", states, (rows, state) -> {
            for (var entity : state.tender().entities()) {
                rows.add(state.process().tenderId())
                        .add(entities.get(partyOf(state, entity)))
                        .add(entity.role())
                        .endRow();
            }
        });
    }

    void parts(List<ProcessState> states) throws SQLException {
        copy("b_lots", TenderMerge.LOTS, states, (rows, state) -> {
            for (var lot : state.tender().lots()) {
                rows.add(state.process().tenderId())
                        .add(Cut.to(lot.id(), NAME))
                        .add(lot.title())
                        .add(lot.description())
                        .add(lot.status())
                        .add(lot.value().amount())
                        .add(lot.value().currency())
                        .add(lot.closing())
                        .endRow();
            }
        });
        copy("b_items", TenderMerge.ITEMS, states, (rows, state) -> {
            for (var item : state.tender().items()) {
                rows.add(state.process().tenderId())
                        .add(Cut.to(item.id(), NAME))
                        .add(item.description())
                        .add(item.cpv())
                        .add(item.additionalCpv())
                        .add(item.quantity())
                        .add(item.unit())
                        .add(item.unitValue().amount())
                        .add(item.unitValue().currency())
                        .add(item.lotId())
                        .endRow();
            }
        });
        outcomes(states);
    }

    private void outcomes(List<ProcessState> states) throws SQLException {
        copy("b_awards", TenderMerge.AWARDS, states, (rows, state) -> {
            for (var award : state.tender().awards()) {
                rows.add(state.process().tenderId())
                        .add(Cut.to(award.id(), NAME))
                        .add(award.title())
                        .add(award.status())
                        .add(award.date())
                        .add(award.value().amount())
                        .add(award.value().currency())
                        .add(award.lotIds())
                        .add(Json.text(suppliers(award)))
                        .endRow();
            }
        });
        copy("b_contracts", TenderMerge.CONTRACTS, states, (rows, state) -> {
            for (var contract : state.tender().contracts()) {
                rows.add(state.process().tenderId())
                        .add(Cut.to(contract.id(), NAME))
                        .add(contract.awardId())
                        .add(contract.title())
                        .add(contract.status())
                        .add(contract.signed())
                        .add(contract.value().amount())
                        .add(contract.value().currency())
                        .add(contract.start())
                        .add(contract.end())
                        .endRow();
            }
        });
    }

    private static ArrayNode suppliers(Award award) {
        var list = Json.NODES.arrayNode();
        award.suppliers()
                .forEach(supplier ->
                        list.addObject().put("id", supplier.partyId()).put("name", supplier.name()));
        return list;
    }

    void documents(List<ProcessState> states) throws SQLException {
        copy("b_documents", TenderMerge.DOCUMENTS, states, (rows, state) -> {
            for (var document : state.tender().documents()) {
                rows.add(state.process().tenderId())
                        .add(Cut.to(document.id(), NAME))
                        .add(Cut.to(document.type(), WORD))
                        .add(Cut.to(document.title(), NAME))
                        .add(document.url())
                        .add(Cut.to(document.format(), WORD))
                        .add(document.language())
                        .add(document.published())
                        .endRow();
            }
        });
    }
}
