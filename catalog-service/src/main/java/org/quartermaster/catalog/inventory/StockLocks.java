package org.quartermaster.catalog.inventory;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;

/**
 * Locks stock. NB: everybody locks products first, then their stock by product and warehouse, then reservations; the
 * lock on the product also orders those who book on it in different warehouses, of whose sum its availability follows.
 */
final class StockLocks {
    private static final String PRODUCTS = """
            select p.id, p.sku, p.base_uom, u.decimals, p.deleted_at
            from catalog.product p join catalog.unitofmeasure u on u.code = p.base_uom
            where p.tenant_id = $1 and p.id = any ($2) order by p.id for no key update of p
            """;
    private static final String ROWS = """
            select i.*, w.code as warehouse_code, w.priority as warehouse_priority, w.is_active as warehouse_active
            from catalog.productinventory i
              join catalog.warehouse w on w.tenant_id = i.tenant_id and w.id = i.warehouse_id
            where i.tenant_id = $1 and i.product_id = any ($2)
            order by i.product_id, i.warehouse_id for no key update of i
            """;
    /** NB: the share of the warehouse's key keeps it from being deleted meanwhile. */
    private static final String OPEN = """
            with place as (
              select w.tenant_id, p.product_id, w.id as warehouse_id
              from unnest($2::bigint[], $3::bigint[]) as p (product_id, warehouse_id)
                join catalog.warehouse w on w.tenant_id = $1 and w.id = p.warehouse_id
              order by w.id for key share of w
            )
            insert into catalog.productinventory (tenant_id, product_id, warehouse_id)
            select tenant_id, product_id, warehouse_id from place
            where exists (select from catalog.product p where p.tenant_id = $1 and p.id = place.product_id)
            on conflict (tenant_id, product_id, warehouse_id) do nothing
            """;

    private StockLocks() {}

    static Uni<LockedStock> lock(UnitOfWork unit, Collection<Long> productIds) {
        var tenant = unit.caller().tenant();
        var ids = ids(productIds);
        return unit.runAll(List.of(Query.of(PRODUCTS, tenant, ids), Query.of(ROWS, tenant, ids)))
                .map(results -> stock(results.get(0), results.get(1)));
    }

    /** As above, with an empty row for each place that has none and may have one. */
    static Uni<LockedStock> lockPlaces(UnitOfWork unit, List<Place> places) {
        var tenant = unit.caller().tenant();
        var ids = ids(places.stream().map(Place::productId).toList());
        var products = places.stream().map(Place::productId).toArray(Long[]::new);
        var warehouses = places.stream().map(Place::warehouseId).toArray(Long[]::new);
        return unit.runAll(List.of(
                        Query.of(PRODUCTS, tenant, ids),
                        Query.of(OPEN, tenant, products, warehouses),
                        Query.of(ROWS, tenant, ids)))
                .map(results -> stock(results.get(0), results.get(2)));
    }

    private static Long[] ids(Collection<Long> ids) {
        return new TreeSet<>(ids).toArray(Long[]::new);
    }

    private static LockedStock stock(RowSet<Row> products, RowSet<Row> rows) {
        var known = new HashMap<Long, StockedProduct>();
        products.forEach(row -> known.put(row.getLong("id"), StockedProduct.of(row)));
        var stock = new ArrayList<StockRow>();
        rows.forEach(row -> stock.add(StockRow.read(row)));
        return new LockedStock(known, stock);
    }
}
