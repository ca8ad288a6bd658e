package org.quartermaster.procurement.billing;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.procurement.billing.BillingState.Told;
import org.quartermaster.procurement.config.SystemConfig;

/** Applies an event of the provider within the tenant that it is about. */
@ApplicationScoped
class Applying {
    /** Who buys first, where nobody did by himself. */
    private static final String BUY = """
            insert into procurement.subscriptions
              (tenant_id, user_id, stripe_subscription_id, stripe_customer_id, tier, status)
            select $1, coalesce(
                (select user_id from procurement.subscriptions
                  where tenant_id = $1 and status in ('trialing', 'active', 'past_due')),
                (select user_id from procurement.organization_members
                  where tenant_id = $1 order by 'admin' = any (roles) desc, joined_at limit 1)),
              cast($2 as text), cast($3 as text), 'free', 'incomplete'
            on conflict (stripe_subscription_id) do nothing
            """;

    private static final String FIND = """
            select subscription_id, user_id from procurement.subscriptions
            where tenant_id = $1 and stripe_subscription_id = $2
            """;
    private static final String MARK = """
            update procurement.billing_events
            set tenant_id = $2, subscription_id = $3, user_id = $4, status = $5, error = null
            where event_id = $1
            """;
    private static final String TOLD = """
            select e.event_id, e.event_type, e.provider_created_at, e.metadata,
              cast(extract(epoch from e.created_at) * 1000000 as bigint) as arrival,
              (select p.plan from procurement.plans p where e.metadata ->> 'price' = any (p.price_ids)) as tier
            from procurement.billing_events e
            where e.tenant_id = $1 and e.subscription_id = $2 and e.status in ('applied', 'ignored_stale')
            """;

    private final PlanChange change;
    private final SubscriptionRows rows;
    private final SystemConfig config;

    @Inject
    Applying(PlanChange change, SubscriptionRows rows, SystemConfig config) {
        this.change = change;
        this.rows = rows;
        this.config = config;
    }

    /** What was told, and which of it is the event at hand. */
    private record Known(List<Told> told, Told own) {}

    /** {@code applied} or {@code ignored_stale}; null where the subscription is not known. */
    Uni<String> apply(UnitOfWork unit, UUID id, ProviderEvent event) {
        var tenant = unit.caller().tenant();
        var facts = event.facts();
        if (facts.subscription() == null) {
            return unit.run(MARK, id, tenant, null, null, "applied").replaceWith("applied");
        }
        return rows.lock(unit)
                .chain(() -> event.isState()
                        ? unit.run(BUY, tenant, facts.subscription(), facts.customer())
                        : Uni.createFrom().nullItem())
                .chain(() -> unit.run(FIND, tenant, facts.subscription()))
                .chain(found -> found.size() == 0
                        ? Uni.createFrom().nullItem()
                        : apply(unit, id, event, found.iterator().next()));
    }

    private Uni<String> apply(UnitOfWork unit, UUID id, ProviderEvent event, Row subscription) {
        var own = subscription.getUUID("subscription_id");
        return mark(unit, id, subscription, "applied")
                .chain(() -> event.type().equals(ProviderEvent.TRIAL_WILL_END)
                        ? change.trialEnding(unit, event.id()).replaceWith("applied")
                        : unit.run(TOLD, unit.caller().tenant(), own).chain(found -> {
                            var known = known(found, id);
                            var status = isStale(known) ? "ignored_stale" : "applied";
                            var state = BillingState.of(known.told(), config.integer("billing.past_due_attempts"));
                            return mark(unit, id, subscription, status)
                                    .chain(() -> change.run(unit, event.id(), () -> rows.save(unit, own, state)))
                                    .replaceWith(status);
                        }));
    }

    private static Uni<Void> mark(UnitOfWork unit, UUID id, Row subscription, String status) {
        return unit.run(
                        MARK,
                        id,
                        unit.caller().tenant(),
                        subscription.getUUID("subscription_id"),
                        subscription.getUUID("user_id"),
                        status)
                .replaceWithVoid();
    }

    private static Known known(RowSet<Row> rows, UUID id) {
        var told = new ArrayList<Told>();
        Told own = null;
        for (var row : rows) {
            var each = new Told(
                    row.getString("event_type"),
                    Columns.instant(row.getOffsetDateTime("provider_created_at")),
                    row.getLong("arrival"),
                    row.getString("tier"),
                    Facts.of(row.getJsonObject("metadata")));
            told.add(each);
            own = row.getUUID("event_id").equals(id) ? each : own;
        }
        return new Known(told, own);
    }

    /** Whether something newer about the same is known: the state of the subscription, or whether it is paid. */
    private static boolean isStale(Known known) {
        var own = known.own();
        return known.told().stream()
                .filter(each -> each.isState() == own.isState())
                .filter(each -> own.isState() || each.type().equals(ProviderEvent.PAID))
                .anyMatch(each -> BillingState.ORDER.compare(each, own) > 0);
    }
}
