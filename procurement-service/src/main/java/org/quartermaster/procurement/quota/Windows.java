package org.quartermaster.procurement.quota;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.procurement.plan.Limits;
import org.quartermaster.procurement.plan.LivePlan;
import org.quartermaster.procurement.usage.UsageAction;
import org.quartermaster.procurement.usage.UsageLog;

/**
 * Counts what a plan limits within a time. A unit is taken by one conditional upsert in the transaction of the work that
 * it is for, so however many requests come at once, no more succeed than the plan allows, and one that fails is not
 * charged.
 */
@ApplicationScoped
public class Windows {
    /** 429: the window is used up. */
    public static final ProblemType QUOTA_EXCEEDED = new ProblemType(429, "quota_exceeded");

    /** NB: whoever changes the plan holds this row; the count would else go to the subscription that was replaced. */
    private static final String HOLD = "select 1 from procurement.organizations where tenant_id = $1 for share";

    private static final String EXPORT = """
            insert into procurement.subscription_usage as u
              (tenant_id, subscription_id, user_id, resource_type, quantity, period_start, period_end)
            select $1, cast($2 as uuid), cast($3 as uuid), 'export', 1, cast($4 as timestamptz), cast($5 as timestamptz)
            where cast($6 as int) <> 0
            on conflict (tenant_id, subscription_id, resource_type, period_start) do update
              set quantity = u.quantity + 1 where $6 < 0 or u.quantity < $6
            returning u.quantity
            """;
    private static final String EXPORTED = """
            select quantity from procurement.subscription_usage
            where tenant_id = $1 and subscription_id = $2 and resource_type = 'export' and period_start = $3
            """;

    /** NB: a window that is over counts from nothing, by the row alone. */
    private static final String QUESTION = """
            insert into procurement.rate_limits as r (tenant_id, user_id, ai_queries_today, ai_queries_month,
              ai_queries_total, reset_at, month_reset_at, last_query_at)
            select $1, cast($2 as uuid), 1, 1, 1, cast($3 as timestamptz), cast($4 as timestamptz), now()
            where cast($5 as int) <> 0 and cast($6 as int) <> 0
            on conflict (tenant_id, user_id) do update set
              ai_queries_today = case when r.reset_at <= now() then 1 else r.ai_queries_today + 1 end,
              ai_queries_month = case when r.month_reset_at <= now() then 1 else r.ai_queries_month + 1 end,
              ai_queries_total = r.ai_queries_total + 1,
              reset_at = case when r.reset_at <= now() then excluded.reset_at else r.reset_at end,
              month_reset_at = case when r.month_reset_at <= now() then excluded.month_reset_at
                else r.month_reset_at end,
              last_query_at = now()
            where ($5 < 0 or r.reset_at <= now() or r.ai_queries_today < $5)
              and ($6 < 0 or r.month_reset_at <= now() or r.ai_queries_month < $6)
            returning 1
            """;

    private final UsageLog usage;

    @Inject
    Windows(UsageLog usage) {
        this.usage = usage;
    }

    /** Takes one unit, or refuses with what is used and when it begins anew; in the transaction of the work. */
    public Uni<Void> take(UnitOfWork unit, WindowKind kind) {
        return kind == WindowKind.EXPORTS
                ? takeExport(unit).invoke(() -> note(unit, UsageAction.EXPORT))
                : takeQuestion(unit).invoke(() -> note(unit, UsageAction.QUESTION));
    }

    private void note(UnitOfWork unit, UsageAction action) {
        unit.afterCommit(() -> usage.note(unit.caller(), action, Map.of()));
    }

    private static Uni<Void> takeExport(UnitOfWork unit) {
        var tenant = unit.caller().tenant();
        return unit.run(HOLD, tenant).chain(() -> plan(unit)).chain(plan -> unit.run(
                        EXPORT,
                        tenant,
                        plan.subscriptionId(),
                        Ids.parse(unit.caller().subject()).orElse(null),
                        Columns.time(WindowTimes.dayStart(unit.now())),
                        Columns.time(WindowTimes.dayEnd(unit.now())),
                        plan.plan().limits().exportsPerDay())
                .chain(taken -> taken.size() > 0 ? Uni.createFrom().voidItem() : refuseExport(unit, plan)));
    }

    private static Uni<Void> refuseExport(UnitOfWork unit, LivePlan plan) {
        return unit.run(
                        EXPORTED,
                        unit.caller().tenant(),
                        plan.subscriptionId(),
                        Columns.time(WindowTimes.dayStart(unit.now())))
                .map(rows -> rows.size() == 0 ? 0 : rows.iterator().next().getInteger(0))
                .map(used -> {
                    throw exceeded(
                            plan.plan().limits().exportsPerDay(), used, WindowTimes.dayEnd(unit.now()), unit.now());
                });
    }

    /** Refuses where {@link #take} of a question would: a look before work that costs much, which takes nothing. */
    public Uni<Void> checkQuestions(UnitOfWork unit) {
        var tenant = unit.caller().tenant();
        return unit.runAll(List.of(LivePlan.query(tenant), Query.of(Usages.QUESTIONS, tenant, user(unit))))
                .invoke(results -> {
                    var limits = LivePlan.of(results.get(0)).plan().limits();
                    var asked = Usages.asked(results.get(1));
                    if (isSpent(limits.dailyQueries(), asked.today())
                            || isSpent(limits.monthlyQueries(), asked.month())) {
                        throw refusal(limits, asked, unit.now());
                    }
                })
                .replaceWithVoid();
    }

    private static boolean isSpent(int limit, int used) {
        return limit >= 0 && used >= limit;
    }

    private static UUID user(UnitOfWork unit) {
        return Ids.parse(unit.caller().subject()).orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN));
    }

    private static Uni<Void> takeQuestion(UnitOfWork unit) {
        var user = user(unit);
        return plan(unit).chain(plan -> unit.run(
                        QUESTION,
                        unit.caller().tenant(),
                        user,
                        Columns.time(WindowTimes.dayEnd(unit.now())),
                        Columns.time(WindowTimes.monthEnd(plan, unit.now())),
                        plan.plan().limits().dailyQueries(),
                        plan.plan().limits().monthlyQueries())
                .chain(taken -> taken.size() > 0 ? Uni.createFrom().voidItem() : refuseQuestion(unit, user, plan)));
    }

    private static Uni<Void> refuseQuestion(UnitOfWork unit, UUID user, LivePlan plan) {
        return unit.run(Usages.QUESTIONS, unit.caller().tenant(), user).map(rows -> {
            throw refusal(plan.plan().limits(), Usages.asked(rows), unit.now());
        });
    }

    /** NB: the longer wait is the one that counts. */
    private static Problem refusal(Limits limits, Usages.Asked asked, Instant now) {
        return isSpent(limits.monthlyQueries(), asked.month())
                ? exceeded(limits.monthlyQueries(), asked.month(), asked.monthEnd(), now)
                : exceeded(limits.dailyQueries(), asked.today(), asked.dayEnd(), now);
    }

    private static Uni<LivePlan> plan(UnitOfWork unit) {
        var query = LivePlan.query(unit.caller().tenant());
        return unit.runAll(List.of(query)).map(results -> LivePlan.of(results.get(0)));
    }

    private static Problem exceeded(int limit, int used, Instant end, Instant now) {
        var seconds = Math.max(1, Duration.between(now, end).plusMillis(999).toSeconds());
        return Problem.of(QUOTA_EXCEEDED, limit, end.toString())
                .with(Map.of("Retry-After", Long.toString(seconds)))
                .showing(Map.of("limit", limit, "used", used, "resets_at", end));
    }
}
