package org.quartermaster.procurement.match;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.alert.AlertAccess;
import org.quartermaster.procurement.alert.AlertList;
import org.quartermaster.procurement.ocds.row.ChangeClass;
import org.quartermaster.procurement.verdict.Verdict;

/** The matches of alerts, and what their readers say of them. */
@ApplicationScoped
class Matches {
    private static final ProblemType NOT_FOUND = new ProblemType(404, "match_not_found");
    private static final SortKey AT = SortKey.of("matched_at", "m.matched_at", "timestamptz");
    private static final SortKey ID = SortKey.of("match_id", "m.match_id", "uuid");
    private static final String LOCK =
            "select " + MatchView.COLUMNS + """
             from procurement.alert_matches m
              join procurement.alerts a on a.tenant_id = m.tenant_id and a.alert_id = m.alert_id
            where m.tenant_id = $1 and m.match_id = $2 and\s""" + AlertAccess.MINE + " for no key update of m";
    private static final String SAVE = """
            update procurement.alert_matches m set state = $3, feedback = $4 where tenant_id = $1 and match_id = $2
            returning\s""" + MatchView.COLUMNS;

    private final TenantDatabase database;

    @Inject
    Matches(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<MatchView>> find(Caller caller, String alertId, Fields query) {
        var list = new ListQuery("matches", MatchView.COLUMNS, "procurement.alert_matches m")
                .where("m.tenant_id = ?", caller.tenant())
                .where("m.alert_id = ?", AlertAccess.id(alertId))
                .within(AlertList.one(caller, alertId), AlertAccess.NOT_FOUND);
        list.words("m.verdict", query.words("verdict", Verdict.class));
        list.words("m.state", query.words("state", MatchState.class));
        var classes = query.words("class", ChangeClass.class);
        if (!classes.isEmpty()) {
            list.where("m.change_classes && ?", (Object)
                    classes.stream().map(ChangeClass::code).toArray(String[]::new));
        }
        return list.page(query).descending(AT, ID).run(database, caller, query, MatchView::of);
    }

    Uni<Answer> save(UnitOfWork unit, String id, String ifMatch, Fields fields) {
        return lock(unit, id).chain(match -> {
            ETags.requireMatch(ifMatch, match.version());
            fields.require("state");
            var state = fields.word("state", MatchState.class).or(match.state());
            var given = fields.word("feedback", Feedback.class);
            var feedback = given.given() ? given.value() : match.feedback();
            fields.checkStrictly();
            return unit.run(
                            SAVE,
                            unit.caller().tenant(),
                            match.matchId(),
                            Words.of(state),
                            feedback == null ? null : Words.of(feedback))
                    .map(Matches::first)
                    .map(Answer::ok);
        });
    }

    private static Uni<MatchView> lock(UnitOfWork unit, String id) {
        var caller = unit.caller();
        return unit.run(LOCK, caller.tenant(), id(id), AlertAccess.isForAll(caller), caller.subject())
                .map(Matches::first);
    }

    private static UUID id(String text) {
        return Ids.parse(text).orElseThrow(() -> Problem.of(NOT_FOUND));
    }

    private static MatchView first(RowSet<Row> rows) {
        return MatchView.of(NOT_FOUND.require(rows));
    }
}
