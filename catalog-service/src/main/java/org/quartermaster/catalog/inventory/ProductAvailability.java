package org.quartermaster.catalog.inventory;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.quartermaster.catalog.product.ProductRow;
import org.quartermaster.catalog.product.ProductView;
import org.quartermaster.catalog.product.Products;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;

/** What stock says of {@code availability} of a product; of one without stock rows it says nothing. */
final class ProductAvailability {
    private static final String FOLLOW = """
            update catalog.product p set availability = s.availability
            from (
              select i.product_id, case when sum(i.quantity_available) > 0 then 'in_stock'
                when bool_or(q.allow_backorder) then 'backorder' else 'out_of_stock' end as availability,
                min(q.availability) as former, min(q.version) as former_version
              from catalog.productinventory i
                join catalog.product q on q.tenant_id = i.tenant_id and q.id = i.product_id
              where i.tenant_id = $1 and i.product_id = any ($2) group by i.product_id
            ) s
            where p.tenant_id = $1 and p.id = s.product_id and p.availability <> s.availability
            returning s.former, s.former_version, %s
            """.formatted(ProductRow.columns("p"));

    private ProductAvailability() {}

    /** Writes it anew; the products have to be locked. */
    static Query query(UnitOfWork unit, Collection<Long> productIds) {
        return Query.of(
                FOLLOW, unit.caller().tenant(), productIds.stream().distinct().toArray(Long[]::new));
    }

    /** What became of the articles, by the rows that the query gives. */
    static List<Change> changes(RowSet<Row> rows) {
        var changes = new ArrayList<Change>();
        rows.forEach(row -> {
            var product = ProductRow.read(row);
            var now = ProductView.of(product);
            product.availability = row.getString("former");
            product.version = row.getInteger("former_version");
            changes.add(Change.of(Products.ENTITY, Long.toString(product.id), "updated", now, ProductView.of(product)));
        });
        return changes;
    }
}
