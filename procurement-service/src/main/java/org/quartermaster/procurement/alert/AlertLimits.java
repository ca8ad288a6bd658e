package org.quartermaster.procurement.alert;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.OneReplica;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.procurement.plan.LivePlan;

/** Lets rest what is over the limit of a tenant's plan, the youngest first, and brings it back when there is room. */
@ApplicationScoped
public class AlertLimits {
    /** 409: the alert belongs to a saved search. */
    static final ProblemType OF_SEARCH = new ProblemType(409, "alert_of_search");

    private static final String FIT = """
            with ranked as (
              select a.tenant_id, a.alert_id, p.alerts >= 0 and row_number() over (
                  partition by a.tenant_id order by a.created_at, a.alert_id) > p.alerts as over_limit
              from procurement.alerts a
                left join procurement.subscriptions s
                  on s.tenant_id = a.tenant_id and s.status in ('trialing', 'active', 'past_due')
                join procurement.plans p on p.plan = coalesce(%s, 'free')
              %s
            )
            update procurement.alerts a set over_limit = r.over_limit, high_water = case when r.over_limit
                then a.high_water else (select coalesce(max(position), 0) from procurement.tender_changes) end
            from ranked r
            where a.tenant_id = r.tenant_id and a.alert_id = r.alert_id and a.over_limit <> r.over_limit
            """;

    private final OneReplica replica;

    @Inject
    AlertLimits(OneReplica replica) {
        this.replica = replica;
    }

    /** Brings the alerts of the tenant in line with his plan, in the transaction that changed either. */
    public Uni<Void> fit(UnitOfWork unit) {
        return unit.run(
                        FIT.formatted(LivePlan.TIER, "where a.tenant_id = $1"),
                        unit.caller().tenant())
                .replaceWithVoid();
    }

    /** NB: plans end by the clock too, when nobody changes anything. */
    @Scheduled(every = "30s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void fitAll() throws SQLException {
        replica.run("procurement.alert_limits", connection -> Sql.update(connection, FIT.formatted(LivePlan.TIER, "")));
    }
}
