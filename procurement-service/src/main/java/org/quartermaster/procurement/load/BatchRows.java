package org.quartermaster.procurement.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.db.CopyRows;
import org.quartermaster.procurement.cpv.Cpv;
import org.quartermaster.procurement.load.Parties.Party;
import org.quartermaster.procurement.ocds.OwnMember;
import org.quartermaster.procurement.ocds.Texts;
import org.quartermaster.procurement.ocds.row.ChangeClass;
import org.quartermaster.procurement.ocds.row.Money;

/** Sends the rows of processes and their tenders to the tables of a batch. */
final class BatchRows {
    private static final int NAME = 500;
    private static final int CATEGORY = 255;
    private static final int LANGUAGE = 10;
    private static final int CPV = 50;
    private static final int WHOLE_DIGITS = 20;

    private final Copies copies;

    BatchRows(Copies copies) {
        this.copies = copies;
    }

    void processes(List<ProcessState> states) throws SQLException {
        var columns = "process_id, ocid, buyer_key, tender_id, compiled, release_count, first_date, last_date, welded,"
                + " compile_state, warnings";
        copies.copy("b_processes", columns, states, (rows, state) -> rows.add(
                        state.process().id())
                .add(state.process().ocid())
                .add(state.process().buyerKey())
                .add(state.process().tenderId())
                .add(state.written().compiled())
                .add(state.members().size())
                .add(state.first().date())
                .add(state.last().date())
                .add(state.process().isWelded())
                .add(state.isConflict() ? "conflict" : "ok")
                .add(state.written().warnings())
                .endRow());
        copies.copy(
                "b_changes",
                "tender_id, classes, release_key, changed, status_before",
                states,
                (rows, state) -> rows.add(state.process().tenderId())
                        .add(state.classes().stream().map(ChangeClass::code).toList())
                        .add(state.lastNew().key())
                        .add(state.written().difference())
                        .add(state.statusBefore())
                        .endRow());
    }

    /** Where releases belong that belonged elsewhere. */
    void members(List<OcidState> ocids) throws SQLException {
        copies.copy("b_members", "release_key, process_id", ocids, (rows, ocid) -> {
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
        copies.copy("b_tenders", TenderMerge.COLUMNS, states, (rows, state) -> tender(rows, state, entities));
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
                .add(state.written().search())
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

    private static UUID buyer(ProcessState state, Map<Party, UUID> entities) {
        var buyer = state.written().inRole("buyer");
        return entities.get(buyer == null ? state.written().inRole("procuring_entity") : buyer);
    }

    void parties(List<ProcessState> states, Map<Party, UUID> entities) throws SQLException {
        copies.copy("b_parties", "tender_id, entity_id, entity_type", states, (rows, state) -> {
            for (var entry : state.written().parties().entrySet()) {
                rows.add(state.process().tenderId())
                        .add(entities.get(entry.getValue()))
                        .add(entry.getKey().role())
                        .endRow();
            }
        });
    }
}
