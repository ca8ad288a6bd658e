package org.quartermaster.catalog.inventory;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Stock as it is read. */
@ApplicationScoped
class InventoryList {
    static final ProblemType NOT_FOUND = new ProblemType(404, "not_found");

    private static final SortKey ID = SortKey.of("id", "i.id", "bigint");
    private static final SortKey LOW_SINCE = SortKey.nullable("low_since", "i.low_since", "timestamptz");
    private static final List<SortKey> SORTS = List.of(
            ID,
            SortKey.of("product_id", "i.product_id", "bigint"),
            SortKey.of("warehouse_id", "i.warehouse_id", "bigint"),
            SortKey.of("quantity_available", "i.quantity_available", "numeric"),
            SortKey.of("last_updated", "i.last_updated", "timestamptz"),
            LOW_SINCE);
    private static final String FROM = "catalog.productinventory i";
    private static final String ONE = """
            select i.* from catalog.productinventory i
            where i.tenant_id = $1 and i.product_id = $2 and i.warehouse_id = $3
            """;

    private final TenantDatabase database;

    @Inject
    InventoryList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<InventoryView>> find(Caller caller, Fields query) {
        var list = narrowed("inventory", caller, query);
        StockFilters.low(list, query, "i");
        return list.page(query).sort(query, SORTS, "id", ID).run(database, caller, query, InventoryList::view);
    }

    /** Where something runs low, the latest first. */
    Uni<Slice<InventoryView>> low(Caller caller, Fields query) {
        return narrowed("inventory-alerts", caller, query)
                .where("i.low_since is not null")
                .page(query)
                .sort(query, SORTS, "-low_since", ID)
                .run(database, caller, query, InventoryList::view);
    }

    private static ListQuery narrowed(String name, Caller caller, Fields query) {
        var list = new ListQuery(name, "i.*", FROM).where("i.tenant_id = ?", caller.tenant());
        StockFilters.byPlace(list, query, "i");
        return list;
    }

    private static InventoryView view(Row row) {
        return InventoryView.of(StockRow.read(row));
    }

    Uni<InventoryView> get(Caller caller, long productId, long warehouseId) {
        return database.read(caller, ONE, caller.tenant(), productId, warehouseId)
                .map(NOT_FOUND::require)
                .map(InventoryList::view);
    }
}
