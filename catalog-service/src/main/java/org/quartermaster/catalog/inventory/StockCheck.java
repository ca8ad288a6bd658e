package org.quartermaster.catalog.inventory;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.security.Caller;

/** Holds the stock against all its movements, and what is reserved against the reservations. */
@ApplicationScoped
class StockCheck {
    private static final String DIFFERENCES = """
            select product_id, warehouse_id, coalesce(i.quantity_on_hand, 0) as quantity_on_hand,
              coalesce(m.on_hand, 0) as moved_on_hand, coalesce(i.quantity_reserved, 0) as quantity_reserved,
              coalesce(m.reserved, 0) as moved_reserved, coalesce(h.held, 0) as held
            from (select * from catalog.productinventory where tenant_id = $1) i
              full join (
                select product_id, warehouse_id, sum(delta_on_hand) as on_hand, sum(delta_reserved) as reserved
                from catalog.stockmovement where tenant_id = $1 group by product_id, warehouse_id
              ) m using (product_id, warehouse_id)
              full join (
                select l.product_id, l.warehouse_id, sum(l.quantity) as held
                from catalog.stockreservation r
                  join catalog.stockreservationline l on l.tenant_id = r.tenant_id and l.reservation_id = r.id
                where r.tenant_id = $1 and r.state = 'held' group by l.product_id, l.warehouse_id
              ) h using (product_id, warehouse_id)
            where (coalesce(i.quantity_on_hand, 0), coalesce(i.quantity_reserved, 0), coalesce(i.quantity_reserved, 0))
              <> (coalesce(m.on_hand, 0), coalesce(m.reserved, 0), coalesce(h.held, 0))
            order by product_id, warehouse_id
            """;

    private final TenantDatabase database;

    @Inject
    StockCheck(TenantDatabase database) {
        this.database = database;
    }

    Uni<StockVerdict> verify(Caller caller) {
        return database.read(caller, DIFFERENCES, caller.tenant()).map(StockCheck::verdict);
    }

    private static StockVerdict verdict(RowSet<Row> rows) {
        var differences = new ArrayList<StockVerdict.Difference>();
        rows.forEach(row -> differences.add(new StockVerdict.Difference(
                row.getLong("product_id"),
                row.getLong("warehouse_id"),
                row.getBigDecimal("quantity_on_hand"),
                row.getBigDecimal("moved_on_hand"),
                row.getBigDecimal("quantity_reserved"),
                row.getBigDecimal("moved_reserved"),
                row.getBigDecimal("held"))));
        return new StockVerdict(differences.isEmpty(), differences);
    }
}
