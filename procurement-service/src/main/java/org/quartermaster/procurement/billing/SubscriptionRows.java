package org.quartermaster.procurement.billing;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;

/** Writes subscriptions so that every organization has exactly one live one, and takes along what was used. */
@ApplicationScoped
class SubscriptionRows {
    private static final String LOCK = "select org_id from procurement.organizations where tenant_id = $1 for update";

    /** An organization that never bought anything has the free plan. */
    private static final String FIRST = """
            insert into procurement.subscriptions (tenant_id, user_id, tier, status)
            select $1, m.user_id, 'free', 'active' from procurement.organization_members m
            where m.tenant_id = $1 and not exists (
              select from procurement.subscriptions l
              where l.tenant_id = $1 and l.status in ('trialing', 'active', 'past_due'))
            order by 'admin' = any (m.roles) desc, m.joined_at limit 1
            """;

    private static final String REPLACE = """
            update procurement.subscriptions set status = 'cancelled', cancelled_at = coalesce(cancelled_at, now())
            where tenant_id = $1 and subscription_id <> $2 and status in ('trialing', 'active', 'past_due')
            returning subscription_id
            """;
    private static final String SAVE = """
            update procurement.subscriptions set tier = coalesce($3, tier), status = $4, billing_interval = $5,
              current_period_start = $6, current_period_end = $7, cancel_at_period_end = $8, cancelled_at = $9,
              failed_payments = $10, provider_event_at = $11
            where tenant_id = $1 and subscription_id = $2
            """;
    private static final String FREE = """
            insert into procurement.subscriptions (tenant_id, user_id, stripe_customer_id, tier, status)
            select s.tenant_id, s.user_id, s.stripe_customer_id, 'free', 'active' from procurement.subscriptions s
            where s.tenant_id = $1 and s.subscription_id = $2 and not exists (
              select from procurement.subscriptions l
              where l.tenant_id = $1 and l.status in ('trialing', 'active', 'past_due'))
            returning subscription_id
            """;

    /** NB: a change of plan keeps what was used. */
    private static final String CARRY = """
            insert into procurement.subscription_usage as u
              (tenant_id, subscription_id, user_id, resource_type, quantity, period_start, period_end)
            select tenant_id, cast($3 as uuid), user_id, resource_type, quantity, period_start, period_end
            from procurement.subscription_usage where tenant_id = $1 and subscription_id = $2 and period_end > now()
            on conflict (tenant_id, subscription_id, resource_type, period_start) do update
              set quantity = greatest(u.quantity, excluded.quantity)
            """;

    private static final String IN_PLACE = """
            update procurement.subscriptions set tier = $3, status = $4, current_period_start = $5,
              current_period_end = $6, cancel_at_period_end = false, billing_interval = null
            where tenant_id = $1 and subscription_id = $2
            """;

    /** Whoever changes the plan of a tenant waits for the others, and for those who count what it allows. */
    Uni<Void> lock(UnitOfWork unit) {
        var tenant = unit.caller().tenant();
        return unit.run(LOCK, tenant).chain(() -> unit.run(FIRST, tenant)).replaceWithVoid();
    }

    /** The live row; the lock must be held. */
    Uni<LiveRow> live(UnitOfWork unit) {
        return unit.run(LiveRow.SQL, unit.caller().tenant())
                .map(BillingProblems.NO_SUBSCRIPTION::require)
                .map(LiveRow::of);
    }

    /** Writes what a subscription of the provider is now: the live one, or else a free one takes its place. */
    Uni<Void> save(UnitOfWork unit, UUID subscription, BillingState state) {
        return state.grants(unit.now())
                ? unit.run(REPLACE, unit.caller().tenant(), subscription)
                        .call(() -> write(unit, subscription, state))
                        .chain(replaced -> carry(unit, replaced, subscription))
                : write(unit, subscription, state)
                        .chain(() -> unit.run(FREE, unit.caller().tenant(), subscription))
                        .chain(free -> free.size() == 0
                                ? Uni.createFrom().voidItem()
                                : carry(
                                        unit,
                                        subscription,
                                        free.iterator().next().getUUID(0)));
    }

    private Uni<Void> write(UnitOfWork unit, UUID subscription, BillingState state) {
        return unit.run(
                        SAVE,
                        unit.caller().tenant(),
                        subscription,
                        state.tier(),
                        state.status(unit.now()),
                        state.interval(),
                        Columns.time(state.periodStart()),
                        Columns.time(state.periodEnd()),
                        state.cancelAtPeriodEnd(),
                        Columns.time(state.cancelledAt()),
                        state.failedPayments(),
                        Columns.time(state.at()))
                .replaceWithVoid();
    }

    private Uni<Void> carry(UnitOfWork unit, RowSet<Row> from, UUID to) {
        return InTurn.each(from, row -> carry(unit, row.getUUID(0), to));
    }

    private Uni<Void> carry(UnitOfWork unit, UUID from, UUID to) {
        return unit.run(CARRY, unit.caller().tenant(), from, to).replaceWithVoid();
    }

    /** Ends what is over: a trial turns into the free plan as it is, what was bought makes room for a free row. */
    Uni<Void> end(UnitOfWork unit, LiveRow row) {
        if (row.providerId() == null) {
            return inPlace(unit, row, "free", "active", null);
        }
        return unit.run(
                        "update procurement.subscriptions set status = 'cancelled', cancelled_at = now()"
                                + " where tenant_id = $1 and subscription_id = $2",
                        unit.caller().tenant(),
                        row.id())
                .chain(() -> unit.run(FREE, unit.caller().tenant(), row.id()))
                .chain(free -> carry(unit, row.id(), free.iterator().next().getUUID(0)));
    }

    /** Changes the plan of what was bought, and nothing else. */
    Uni<Void> grant(UnitOfWork unit, LiveRow row, String tier) {
        return unit.run(
                        "update procurement.subscriptions set tier = $3 where tenant_id = $1 and subscription_id = $2",
                        unit.caller().tenant(),
                        row.id(),
                        tier)
                .replaceWithVoid();
    }

    /** Turns the free row into a trial or a granted plan, or back. */
    Uni<Void> inPlace(UnitOfWork unit, LiveRow row, String tier, String status, Instant end) {
        return unit.run(
                        IN_PLACE,
                        unit.caller().tenant(),
                        row.id(),
                        tier,
                        status,
                        end == null ? null : Columns.time(unit.now()),
                        Columns.time(end))
                .replaceWithVoid();
    }

    /** Whether a trial ends with its period in any case. */
    Uni<Void> cancelAtEnd(UnitOfWork unit, LiveRow row, boolean cancel) {
        return unit.run(
                        "update procurement.subscriptions set cancel_at_period_end = $3"
                                + " where tenant_id = $1 and subscription_id = $2",
                        unit.caller().tenant(),
                        row.id(),
                        cancel)
                .replaceWithVoid();
    }
}
