package org.quartermaster.procurement.plan;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.UUID;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase.Query;

/**
 * The plan that an organization has at this moment: a period or trial has ended at its instant, whether or not a job has
 * written it.
 *
 * @param subscriptionId of the live row; null where there is none
 * @param periodStart null for a plan without a period, such as the free one
 */
public record LivePlan(Plan plan, UUID subscriptionId, Instant periodStart, Instant periodEnd) {
    /** The tier of a subscription {@code s} by the clock; null where there is no row. */
    public static final String TIER = """
            case when s.status in ('trialing', 'active') and s.current_period_end <= now() then 'free' else s.tier end""";

    private static final String SQL = """
            select p.*, s.subscription_id, s.current_period_start, s.current_period_end
            from (values (cast($1 as text))) as t (tenant_id)
              left join procurement.subscriptions s
                on s.tenant_id = t.tenant_id and s.status in ('trialing', 'active', 'past_due')
              join procurement.plans p on p.plan = coalesce(%s, 'free')
            """.formatted(TIER);

    /** Asks for the plan of a tenant. */
    public static Query query(String tenant) {
        return Query.of(SQL, tenant);
    }

    /** What {@link #query} finds. */
    public static LivePlan of(RowSet<Row> rows) {
        var row = rows.iterator().next();
        var plan = Plan.of(row);
        return new LivePlan(
                plan,
                row.getUUID("subscription_id"),
                plan.isFree() ? null : Columns.instant(row.getOffsetDateTime("current_period_start")),
                plan.isFree() ? null : Columns.instant(row.getOffsetDateTime("current_period_end")));
    }
}
