package org.quartermaster.catalog.product;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quartermaster.catalog.row.RowTable;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Words;

/** The articles that wait to be enriched, or whose enrichment broke off. */
@ApplicationScoped
public class UnenrichedProducts {
    /** NB: the first condition is that of the index, of which the second takes a part. */
    private static final String WAITING = """
            t.tenant_id = $1 and t.deleted_at is null and t.enrichment_status in ('pending', 'running')
              and (t.enrichment_status = 'pending' or t.updated_at < now() - interval '1 minute')
            order by t.id limit $2 for no key update skip locked
            """;

    private static final String TAKEN = """
            select id from catalog.product
            where tenant_id = $1 and id = $2 and deleted_at is null and enrichment_status = 'running' for no key update
            """;

    private final RowTable<Product> table;

    @Inject
    UnenrichedProducts(Products products) {
        this.table = products.table();
    }

    /** Takes some articles of the tenant and says that they are at work. */
    public Uni<List<ProductView>> take(UnitOfWork unit, int most) {
        return table.find(unit, WAITING, unit.caller().tenant(), most).chain(found -> {
            var before =
                    found.stream().map(ProductView::of).collect(Collectors.toMap(ProductView::id, Function.identity()));
            found.forEach(product -> product.enrichmentStatus = Words.of(EnrichmentStatus.RUNNING));
            return table.update(unit, found)
                    .map(taken -> taken.stream().map(ProductView::of).toList())
                    .invoke(taken -> taken.forEach(product -> tell(unit, product, before.get(product.id()))));
        });
    }

    private static void tell(UnitOfWork unit, ProductView taken, ProductView before) {
        if (taken.version() != before.version()) {
            unit.changed(Change.of(Products.ENTITY, Long.toString(taken.id()), "updated", taken, before)
                    .told(Change.Telling.SLOW));
        }
    }

    /** Whether an article is still as it was taken, which it is then until the end of the transaction. */
    public Uni<Boolean> isTaken(UnitOfWork unit, long id) {
        return unit.run(TAKEN, unit.caller().tenant(), id).map(rows -> rows.size() > 0);
    }
}
