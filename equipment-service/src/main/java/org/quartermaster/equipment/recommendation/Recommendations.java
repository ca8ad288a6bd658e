package org.quartermaster.equipment.recommendation;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.consumer.EventConsumer.Event;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase.Query;

/** What the catalogue recommends for alerts; an alert that is resolved keeps what it showed then. */
@ApplicationScoped
class Recommendations {
    /** NB: events of different verbs come through different consumers, so their own time orders them. */
    private static final String MARK = """
            with alert as (
              select tenant_id, alert_id from equipment_alerts where alert_id = $2 and state <> 'resolved' for update)
            insert into recommendation_marks (tenant_id, recommendation_id, alert_id, as_of)
            select tenant_id, $1, alert_id, $3 from alert
            on conflict (tenant_id, recommendation_id) do update set alert_id = excluded.alert_id, as_of = excluded.as_of
            where recommendation_marks.as_of <= excluded.as_of
            """;

    private static final String REMOVE = "delete from alert_recommendations where recommendation_id = $1";
    private static final String ADD = """
            insert into alert_recommendations (tenant_id, recommendation_id, line_no, alert_id, kind, product_id, sku,
              name, name_ar, quantity, uom, mandatory, reason, standards, unit_price, currency, in_stock, payload,
              stock_at)
            select $1, $2, line_no, $3, item ->> 'kind', item ->> 'product_id', item ->> 'sku',
              left(item ->> 'name', 200), left(item ->> 'name_ar', 200), cast(item ->> 'quantity' as numeric),
              item ->> 'uom', coalesce(cast(item ->> 'mandatory' as boolean), false), item ->> 'reason',
              nullif(item -> 'standards', 'null'), cast(item ->> 'price' as numeric), item ->> 'currency',
              cast(item ->> 'in_stock' as boolean), item, $5
            from jsonb_array_elements(cast(cast($4 as text) as jsonb)) with ordinality as line (item, line_no)
            """;
    private static final String STOCK = """
            update alert_recommendations r set in_stock = $3, stock_at = $4
            from equipment_alerts a
            where a.tenant_id = r.tenant_id and a.alert_id = r.alert_id and a.state <> 'resolved'
              and (r.product_id = $1 or r.sku = $2) and (r.stock_at is null or r.stock_at <= $4)
            """;

    private final DatabaseJson json;
    private final MeterRegistry meters;

    @Inject
    Recommendations(DatabaseJson json, MeterRegistry meters) {
        this.json = json;
        this.meters = meters;
    }

    /** Attaches it to its alert, in place of what it said before. */
    Uni<Void> attach(UnitOfWork unit, Event<Recommended> event) {
        var recommended = event.data();
        var add = Query.of(
                ADD,
                unit.caller().tenant(),
                recommended.id(),
                recommended.sourceRef(),
                json.text(recommended.items() == null ? List.of() : recommended.items()),
                Columns.time(event.time()));
        return ifNews(unit, event, List.of(Query.of(REMOVE, recommended.id()), add));
    }

    /** Takes it off its alert. */
    Uni<Void> remove(UnitOfWork unit, Event<Recommended> event) {
        return ifNews(unit, event, List.of(Query.of(REMOVE, event.data().id())));
    }

    private Uni<Void> ifNews(UnitOfWork unit, Event<Recommended> event, List<Query> effect) {
        var recommended = event.data();
        return recommended.isForAlert()
                ? unit.run(MARK, recommended.id(), recommended.sourceRef(), Columns.time(event.time()))
                        .chain(marked -> marked.rowCount() == 0 ? ignored() : unit.runAll(effect))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> ignored() {
        return Uni.createFrom().voidItem().invoke(() -> meters.counter("recommendations_ignored")
                .increment());
    }

    /** Carries what is known of the stock of a product into the unresolved alerts that need it. */
    Uni<Void> stock(UnitOfWork unit, Event<StockConsumer.Stock> event) {
        var stock = event.data();
        return stock.inStock() == null
                ? Uni.createFrom().voidItem()
                : unit.run(STOCK, stock.productId(), stock.sku(), stock.inStock(), Columns.time(event.time()))
                        .replaceWithVoid();
    }
}
