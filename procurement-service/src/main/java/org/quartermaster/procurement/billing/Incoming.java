package org.quartermaster.procurement.billing;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.security.Caller;

/**
 * Takes in what the provider tells, each event once. What cannot be applied yet, because its customer, subscription or
 * price is not known, is parked and applied when it becomes known. Needs a unit of the system role.
 */
@ApplicationScoped
class Incoming {
    private static final String KEEP = """
            insert into procurement.billing_events
              (event_id, stripe_event_id, event_type, amount, currency, status, metadata, provider_created_at)
            values ($1, $2, $3, $4, $5, 'received', $6, $7)
            on conflict (stripe_event_id) do nothing
            returning status
            """;
    private static final String TENANT = """
            select coalesce(
              (select s.tenant_id from procurement.subscriptions s where s.stripe_subscription_id = $1),
              (select o.tenant_id from procurement.organizations o where o.stripe_customer_id = $2),
              (select s.tenant_id from procurement.subscriptions s where s.stripe_customer_id = $2
                order by s.created_at desc limit 1)) as tenant_id
            """;
    private static final String PLAN = "select plan from procurement.plans where $1 = any (price_ids)";
    private static final String PARK = """
            update procurement.billing_events set tenant_id = $2, status = 'parked', error = $3 where event_id = $1
            """;
    private static final String WAITING = """
            select * from procurement.billing_events
            where status in ('parked', 'failed') and metadata ->> 'customer' = $1 and error <> 'unknown_price'
            order by provider_created_at, created_at
            """;

    private final Writes writes;
    private final Applying applying;

    @Inject
    Incoming(Writes writes, Applying applying) {
        this.writes = writes;
        this.applying = applying;
    }

    /** Keeps and applies an event; what became of it. One that came before changes nothing. */
    Uni<String> receive(UnitOfWork unit, ProviderEvent event) {
        var id = Ids.uuid();
        var facts = event.facts();
        return unit.run(
                        KEEP,
                        id,
                        event.id(),
                        event.type(),
                        facts == null ? null : facts.amount(),
                        facts == null ? null : facts.currency(),
                        facts == null ? new JsonObject() : facts.json(),
                        Columns.time(event.created()))
                .chain(kept -> kept.size() == 0
                        ? known(unit, event)
                        : facts == null ? Uni.createFrom().item("received") : apply(unit, id, event));
    }

    private static Uni<String> known(UnitOfWork unit, ProviderEvent event) {
        return unit.run("select status from procurement.billing_events where stripe_event_id = $1", event.id())
                .map(rows -> rows.iterator().next().getString(0));
    }

    /** Applies a kept event, or parks it. */
    Uni<String> apply(UnitOfWork unit, UUID id, ProviderEvent event) {
        var facts = event.facts();
        return unit.run(TENANT, facts.subscription(), facts.customer())
                .map(rows -> rows.iterator().next().getString(0))
                .chain(tenant ->
                        tenant == null ? park(unit, id, null, "unknown_customer") : apply(unit, tenant, id, event));
    }

    private Uni<String> apply(UnitOfWork unit, String tenant, UUID id, ProviderEvent event) {
        var needsPrice = event.isState() && !event.type().equals(ProviderEvent.DELETED);
        return unit.run(PLAN, event.facts().price()).chain(plans -> {
            if (needsPrice && plans.size() == 0) {
                return park(unit, id, tenant, "unknown_price");
            }
            var actor = unit.caller().tenant().equals(tenant) ? unit.caller() : Caller.system(tenant);
            return writes.within(unit, actor, inner -> applying.apply(inner, id, event))
                    .chain(status -> status == null
                            ? park(unit, id, tenant, "unknown_subscription")
                            : Uni.createFrom().item(status).call(() -> applyWaiting(unit, event)));
        });
    }

    private static Uni<String> park(UnitOfWork unit, UUID id, String tenant, String why) {
        return unit.run(PARK, id, tenant, why).replaceWith("parked");
    }

    private Uni<Void> applyWaiting(UnitOfWork unit, ProviderEvent event) {
        var customer = event.facts().customer();
        return event.isState() && customer != null
                ? applyWaiting(unit, customer)
                : Uni.createFrom().voidItem();
    }

    /** Applies what waits for a customer that is known now. */
    Uni<Void> applyWaiting(UnitOfWork unit, String customer) {
        return unit.run(WAITING, customer).chain(rows -> InTurn.each(rows, row -> applyAgain(unit, row)));
    }

    /** NB: one that was applied by the way of another is not applied twice. */
    private Uni<Void> applyAgain(UnitOfWork unit, Row row) {
        return unit.run(
                        "select 1 from procurement.billing_events where event_id = $1 and status in ('parked', 'failed')",
                        row.getUUID("event_id"))
                .chain(still -> still.size() == 0
                        ? Uni.createFrom().voidItem()
                        : apply(unit, row.getUUID("event_id"), event(row)).replaceWithVoid());
    }

    /** An event as it was kept. */
    static ProviderEvent event(Row row) {
        return new ProviderEvent(
                row.getString("stripe_event_id"),
                row.getString("event_type"),
                Columns.instant(row.getOffsetDateTime("provider_created_at")),
                Facts.of(row.getJsonObject("metadata")));
    }
}
