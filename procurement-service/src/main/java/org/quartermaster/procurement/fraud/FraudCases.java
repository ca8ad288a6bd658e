package org.quartermaster.procurement.fraud;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.quartermaster.platform.change.SystemReads;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.audit.AuditLog.Target;
import org.quartermaster.procurement.operator.Operators;

/** Cases that the operator looks at, of all organizations. */
@ApplicationScoped
class FraudCases {
    private static final SortKey AGE = SortKey.of("created_at", "e.created_at", "timestamptz");
    private static final SortKey ID = SortKey.of("event_id", "e.event_id", "uuid");
    private static final String ONE =
            "select " + FraudEventView.SELECT + " from procurement.fraud_events e where e.event_id = $1";
    private static final String RESOLVE = """
            update procurement.fraud_events set is_resolved = true, resolved_at = now(), resolved_by = $2,
              metadata = coalesce(metadata, '{}') || jsonb_strip_nulls(jsonb_build_object('note', cast($3 as text)))
            where event_id = $1 and not is_resolved
            """;

    private final SystemReads all;
    private final Operators operator;
    private final AuditLog audit;

    @Inject
    FraudCases(SystemReads all, Operators operator, AuditLog audit) {
        this.all = all;
        this.operator = operator;
        this.audit = audit;
    }

    Uni<Slice<FraudEventView>> find(Caller caller, Fields query) {
        var list = new ListQuery("fraud-events", FraudEventView.SELECT, "procurement.fraud_events e");
        query.text("type", 1, 100).to(type -> list.where("e.event_type = ?", type));
        query.word("severity", Level.class).to(level -> list.where("e.severity = ?", Words.of(level)));
        query.bool("is_resolved").to(resolved -> list.where("e.is_resolved = ?", resolved));
        list.pageByCursor(query).descending(AGE, ID);
        return operator.require(caller).chain(() -> list.run(all, caller, query, FraudEventView::of));
    }

    /** Says that a case was looked at; once more changes nothing. */
    Uni<Answer> resolve(UnitOfWork unit, String id, String note, String address) {
        var event = Ids.parse(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        var admin = Ids.parse(unit.caller().subject()).orElse(null);
        return operator.require(unit)
                .chain(() -> unit.run(ONE, event))
                .invoke(rows -> ProblemType.NOT_FOUND.require(rows))
                .chain(() -> unit.run(RESOLVE, event, admin, note))
                .call(resolved -> resolved.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : audit.noteAdmin(
                                unit, admin, "fraud.resolved", new Target("fraud_event", id), noted(note), address))
                .chain(() -> unit.run(ONE, event))
                .map(rows -> Answer.ok(FraudEventView.of(rows.iterator().next())));
    }

    private static Map<String, Object> noted(String note) {
        var changes = new HashMap<String, Object>();
        changes.put("is_resolved", true);
        changes.put("note", note);
        return changes;
    }
}
