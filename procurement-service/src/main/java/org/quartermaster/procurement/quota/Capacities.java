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

/** Holds a tenant to what his plan lets him have at a time, however many requests come at once. */
@ApplicationScoped
public class Capacities {
    /** 403: the plan has no room for one more. */
    public static final ProblemType PLAN_LIMIT = new ProblemType(403, "plan_limit");

    /** What the plan of the live subscription allows; {@code %s} is a column of plans. */
    private static final String LIMIT = """
            select p.%s from procurement.subscriptions s join procurement.plans p on p.plan = s.tier
            where s.tenant_id = $1 and s.status in ('trialing', 'active', 'past_due')
            """;

    /** NB: the row of the tenant orders those that would make one more. */
    private static final String LOCK = "select 1 from procurement.organizations where tenant_id = $1 for update";

    /** Refuses where the plan has no room for one more; to be called before it is made, in the same transaction. */
    public Uni<Void> require(UnitOfWork unit, Capacity capacity) {
        var tenant = unit.caller().tenant();
        return unit.run(LOCK, tenant)
                .chain(() -> unit.runAll(List.of(
                        Query.of(LIMIT.formatted(capacity.column()), tenant), Query.of(capacity.count(), tenant))))
                .invoke(results -> {
                    var limits = results.get(0);
                    var limit =
                            limits.size() == 0 ? 0 : limits.iterator().next().getInteger(0);
                    check(capacity, limit, results.get(1).iterator().next());
                })
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
