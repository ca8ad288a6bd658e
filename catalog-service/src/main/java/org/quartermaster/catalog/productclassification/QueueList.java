package org.quartermaster.catalog.productclassification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.catalog.classification.ClassSystem;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** The articles without a confirmed code, most valuable first. */
@ApplicationScoped
class QueueList {
    private static final SortKey VALUE = SortKey.of("stock_value", "q.stock_value", "numeric");
    private static final SortKey HITS = SortKey.of("rfp_hits", "q.rfp_hits", "bigint");
    private static final SortKey ID = SortKey.of("product_id", "q.queued_id", "bigint");
    private static final String SELECT =
            "q.queued_id, q.sku, q.name, q.category_id, q.stock_value, q.rfp_hits, " + ClassificationView.COLUMNS;

    /** NB: its place is filled with the column of the system, not with what a client sent. */
    private static final String FROM = """
            (select p.id as queued_id, p.sku, p.name, p.category_id,
                coalesce(s.on_hand * p.base_price, 0) as stock_value, coalesce(h.hits, 0) as rfp_hits, o.open_id
              from catalog.product p
                left join (select i.product_id, sum(i.quantity_on_hand) as on_hand from catalog.productinventory i
                  where i.tenant_id = ? group by i.product_id) s on s.product_id = p.id
                left join (select l.product_id, count(*) as hits from catalog.rfpline l
                  where l.tenant_id = ? and l.product_id is not null group by l.product_id) h on h.product_id = p.id
                left join (select k.product_id, max(k.id) as open_id from catalog.productclassification k
                  where k.tenant_id = ? and k.status = 'proposed' and k.%1$s is not null
                  group by k.product_id) o on o.product_id = p.id
              where p.tenant_id = ? and p.deleted_at is null
                and not exists (select from catalog.productclassification k where k.tenant_id = p.tenant_id
                  and k.product_id = p.id and k.status = 'confirmed' and k.%1$s is not null)) q
            left join catalog.productclassification c on c.tenant_id = ? and c.id = q.open_id\
            """;

    private static final String WITHIN = """
            q.category_id in (select b.id from catalog.category t join catalog.category b
              on b.tenant_id = t.tenant_id and starts_with(b.path, t.path) where t.tenant_id = ? and t.id = ?)\
            """;

    private final TenantDatabase database;

    @Inject
    QueueList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<QueueItem>> find(Caller caller, Fields query) {
        var system = query.word("system", ClassSystem.class).or(ClassSystem.UNSPSC);
        var tenant = caller.tenant();
        var from = FROM.formatted(column(system));
        var list =
                new ListQuery("classification-queue-" + system, SELECT, from, tenant, tenant, tenant, tenant, tenant);
        Numbers.id(query, "category_id").to(category -> list.where(WITHIN, tenant, category));
        query.decimal("max_confidence", 4, "0", "1")
                .to(most -> list.where("(c.confidence is null or c.confidence <= ?)", most));
        return list.page(query)
                .sort(query, List.of(VALUE, HITS), "-stock_value,-rfp_hits", ID)
                .run(database, caller, query, QueueItem::of);
    }

    static String column(ClassSystem system) {
        return system == ClassSystem.UNSPSC ? "unspsc_code" : "etim_class";
    }
}
