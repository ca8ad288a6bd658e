package org.quartermaster.procurement.quota;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.procurement.plan.LivePlan;

/** Holds a tenant to what his plan lets him have at a time, however many requests come at once. */
@ApplicationScoped
public class Capacities {
    /** 403: the plan has no room for one more. */
    public static final ProblemType PLAN_LIMIT = new ProblemType(403, "plan_limit");

    /** NB: the row of the tenant orders those that would make one more. */
    private static final String LOCK = "select 1 from procurement.organizations where tenant_id = $1 for update";

    /** Refuses where the plan has no room for one more; to be called before it is made, in the same transaction. */
    public Uni<Void> require(UnitOfWork unit, Capacity capacity) {
        var tenant = unit.caller().tenant();
        return unit.run(LOCK, tenant)
                .chain(() -> unit.runAll(List.of(LivePlan.query(tenant), Query.of(capacity.count(), tenant))))
                .invoke(results -> check(
                        capacity,
                        results.get(0).iterator().next().getInteger(capacity.column()),
                        results.get(1).iterator().next()))
                .replaceWithVoid();
    }

    private static void check(Capacity capacity, int limit, Row counted) {
        long used = counted.getLong(0);
        if (limit >= 0 && used >= limit) {
            throw Problem.of(PLAN_LIMIT, capacity.column(), limit)
                    .showing(Map.of("limit", limit, "used", used, "upgrade_url", "/api/v1/billing/plans"));
        }
    }
}
