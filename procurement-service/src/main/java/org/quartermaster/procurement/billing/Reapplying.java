package org.quartermaster.procurement.billing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.audit.AuditLog.Target;
import org.quartermaster.procurement.operator.Operators;

/** Applies an event that waits, because the operator says so. */
@ApplicationScoped
class Reapplying {
    private static final String ONE = "select * from procurement.billing_events where event_id = $1 for update";

    private final Operators operator;
    private final Incoming incoming;
    private final AuditLog audit;

    @Inject
    Reapplying(Operators operator, Incoming incoming, AuditLog audit) {
        this.operator = operator;
        this.incoming = incoming;
        this.audit = audit;
    }

    Uni<Answer> apply(UnitOfWork unit, String id, String address) {
        var event = Ids.parse(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        var admin = Ids.parse(unit.caller().subject()).orElse(null);
        return operator.require(unit)
                .chain(() -> unit.run(ONE, event))
                .map(ProblemType.NOT_FOUND::require)
                .chain(row -> {
                    var status = row.getString("status");
                    if (!status.equals("parked") && !status.equals("failed")) {
                        throw Problem.of(ProblemType.INVALID_TRANSITION, status);
                    }
                    return incoming.apply(unit, event, Incoming.event(row));
                })
                .call(status -> audit.noteAdmin(
                        unit,
                        admin,
                        "billing_event.applied",
                        new Target("billing_event", id),
                        Map.of("status", status),
                        address))
                .chain(() -> unit.run(ONE, event))
                .map(rows ->
                        new Answer(200, AdminBillingEventView.of(rows.iterator().next()), null, null));
    }
}
