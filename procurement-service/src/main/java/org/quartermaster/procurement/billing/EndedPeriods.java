package org.quartermaster.procurement.billing;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.quartermaster.platform.change.DueRows;
import org.quartermaster.platform.change.UnitOfWork;

/**
 * Writes that trials and periods are over, and tells of it. What a plan allows does not wait for it: that goes by the
 * clock.
 */
@ApplicationScoped
class EndedPeriods {
    private static final String DUE = """
            select tenant_id, subscription_id from procurement.subscriptions
            where status in ('trialing', 'active') and current_period_end <= now()
            order by current_period_end limit 500
            """;
    private static final String EXPIRED = """
            update procurement.users u set is_trial_expired = true from procurement.organizations o
            where o.tenant_id = $1 and u.org_id = o.org_id and u.trial_ends_at <= now() and not u.is_trial_expired
            """;

    private final DueRows due;
    private final SubscriptionRows rows;
    private final PlanChange change;

    @Inject
    EndedPeriods(DueRows due, SubscriptionRows rows, PlanChange change) {
        this.due = due;
        this.rows = rows;
        this.change = change;
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void write() throws SQLException {
        due.run("ended periods", DUE, this::end);
    }

    /** NB: the row may have changed since it was found. */
    private Uni<Void> end(UnitOfWork unit, String id) {
        return rows.lock(unit)
                .chain(() -> rows.live(unit))
                .chain(live -> live.id().toString().equals(id) && live.isOver(unit.now())
                        ? change.run(unit, "end " + id + " " + live.rv(), () -> rows.end(unit, live))
                                .chain(() -> unit.run(EXPIRED, unit.caller().tenant()))
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }
}
