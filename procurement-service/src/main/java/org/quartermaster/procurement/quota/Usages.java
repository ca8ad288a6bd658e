package org.quartermaster.procurement.quota;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.plan.LivePlan;
import org.quartermaster.procurement.quota.UsageView.Used;

/** How much of a plan is used. */
@ApplicationScoped
public class Usages {
    /** What a user has asked in the windows at hand. */
    static final String QUESTIONS = """
            select case when reset_at <= now() then 0 else ai_queries_today end as today,
              case when month_reset_at <= now() then 0 else ai_queries_month end as month, reset_at, month_reset_at
            from procurement.rate_limits where tenant_id = $1 and user_id = $2
            """;

    private static final String EXPORTS = """
            select coalesce(sum(u.quantity), 0)::int from procurement.subscription_usage u
              join procurement.subscriptions s on s.tenant_id = u.tenant_id and s.subscription_id = u.subscription_id
            where u.tenant_id = $1 and u.resource_type = 'export' and u.period_start = $2
              and s.status in ('trialing', 'active', 'past_due')
            """;
    private static final List<Capacity> COUNTED = List.of(Capacity.values());

    private final TenantDatabase database;

    @Inject
    Usages(TenantDatabase database) {
        this.database = database;
    }

    /** Questions of a user in the day and month at hand. */
    record Asked(int today, int month, Instant dayEnd, Instant monthEnd) {}

    static Asked asked(RowSet<Row> rows) {
        if (rows.size() == 0) {
            var now = Instant.now();
            return new Asked(0, 0, WindowTimes.dayEnd(now), WindowTimes.dayEnd(now));
        }
        var row = rows.iterator().next();
        return new Asked(
                row.getInteger("today"),
                row.getInteger("month"),
                Columns.instant(row.getOffsetDateTime("reset_at")),
                Columns.instant(row.getOffsetDateTime("month_reset_at")));
    }

    /** What the caller's organization, and of questions he himself, has used; in one round trip. */
    public Uni<UsageView> of(Caller caller) {
        var now = Instant.now();
        var queries = new ArrayList<Query>();
        queries.add(LivePlan.query(caller.tenant()));
        queries.add(
                Query.of(QUESTIONS, caller.tenant(), Ids.parse(caller.subject()).orElse(null)));
        queries.add(Query.of(EXPORTS, caller.tenant(), Columns.time(WindowTimes.dayStart(now))));
        COUNTED.forEach(capacity -> queries.add(Query.of(capacity.count(), caller.tenant())));
        return database.readAll(caller, queries).map(results -> view(results, now));
    }

    private static UsageView view(List<RowSet<Row>> results, Instant now) {
        var plan = LivePlan.of(results.get(0)).plan();
        var asked = asked(results.get(1));
        var used = new Used(
                asked.today(),
                asked.month(),
                count(results, Capacity.ALERTS),
                count(results, Capacity.SAVED_SEARCHES),
                results.get(2).iterator().next().getInteger(0),
                count(results, Capacity.WEBHOOKS),
                count(results, Capacity.API_KEYS),
                count(results, Capacity.MEMBERS));
        return new UsageView(plan.plan(), plan.limits(), used, WindowTimes.dayEnd(now));
    }

    private static long count(List<RowSet<Row>> results, Capacity capacity) {
        return results.get(3 + COUNTED.indexOf(capacity)).iterator().next().getLong(0);
    }
}
