package org.quartermaster.catalog.recommendation;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase.Query;

/** Finds the products for what work needs, and keeps the items of recommendations. */
@ApplicationScoped
class WorkItems {
    private static final String KEEP = """
            insert into catalog.recommendationitem (tenant_id, id, recommendation_id, kind, product_id, selector,
              quantity, uom, mandatory, reason, standards, outcome)
            select $1, coalesce(r.id, nextval('catalog.ids')), $2, r.kind, r.product_id, coalesce(r.selector, '{}'),
              r.quantity, r.uom, r.mandatory, r.reason, coalesce(r.standards, '[]'), r.outcome
            from jsonb_array_elements(cast($3::text as jsonb)) with ordinality e (item, place),
              jsonb_to_record(e.item) as r (id bigint, kind text, product_id bigint, selector jsonb, quantity numeric,
                uom text, mandatory boolean, reason text, standards jsonb, outcome text)
            order by e.place
            on conflict (tenant_id, id) do update set kind = excluded.kind, product_id = excluded.product_id,
              selector = excluded.selector, quantity = excluded.quantity, uom = excluded.uom,
              mandatory = excluded.mandatory, reason = excluded.reason, standards = excluded.standards,
              outcome = excluded.outcome
            """;
    private static final String DROP = """
            delete from catalog.recommendationitem
            where tenant_id = $1 and recommendation_id = $2 and id <> all ($3)
            """;

    private final DatabaseJson json;

    @Inject
    WorkItems(DatabaseJson json) {
        this.json = json;
    }

    /** The items for what is needed, in that order. */
    Uni<List<WorkItem>> propose(UnitOfWork unit, List<Wish> wishes) {
        return unit.run(ItemSql.PROPOSE, unit.caller().tenant(), json.text(wishes))
                .map(this::items);
    }

    private List<WorkItem> items(RowSet<Row> rows) {
        var items = new ArrayList<WorkItem>();
        rows.forEach(row -> items.add(json.read(row.getString("item"), WorkItem.class)));
        return items;
    }

    /** Keeps items as those of a recommendation; those that were there and have no place among them are dropped. */
    Uni<Void> replace(UnitOfWork unit, long recommendation, List<WorkItem> items) {
        var tenant = unit.caller().tenant();
        var kept = items.stream().map(WorkItem::id).filter(Objects::nonNull).toArray(Long[]::new);
        return unit.runAll(List.of(
                        Query.of(DROP, tenant, recommendation, kept),
                        Query.of(KEEP, tenant, recommendation, json.text(items))))
                .replaceWithVoid();
    }
}
