package org.quartermaster.catalog.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.catalog.export.ExportColumn;
import org.quartermaster.catalog.export.ExportSource;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** How much of which article lies where, as rows of a file. */
@ApplicationScoped
class StockExport implements ExportSource {
    private static final String SUPPLIER =
            "(select s.code from catalog.supplier s where s.tenant_id = i.tenant_id and s.id = i.supplier_id)";
    private static final String FROM = """
            catalog.productinventory i
            join catalog.product p on p.tenant_id = i.tenant_id and p.id = i.product_id
            join catalog.warehouse w on w.tenant_id = i.tenant_id and w.id = i.warehouse_id\
            """;

    private static final List<ExportColumn> COLUMNS = List.of(
            ExportColumn.of("sku", "p.sku"),
            ExportColumn.of("warehouse", "w.code"),
            ExportColumn.of("quantity_on_hand", "i.quantity_on_hand"),
            ExportColumn.of("quantity_reserved", "i.quantity_reserved"),
            ExportColumn.of("quantity_available", "i.quantity_available"),
            ExportColumn.of("quantity_incoming", "i.quantity_incoming"),
            ExportColumn.of("uom", "p.base_uom"),
            ExportColumn.of("reorder_level", "i.reorder_level"),
            ExportColumn.of("reorder_quantity", "i.reorder_quantity"),
            ExportColumn.of("warehouse_location", "i.warehouse_location"),
            ExportColumn.of("supplier", SUPPLIER),
            ExportColumn.of("low_since", "i.low_since"),
            ExportColumn.of("last_updated", "i.last_updated"));

    @Override
    public String kind() {
        return "stock";
    }

    @Override
    public String key() {
        return "i.id";
    }

    @Override
    public List<ExportColumn> columns() {
        return COLUMNS;
    }

    @Override
    public ListQuery rows(String select, Caller caller, Fields filter) {
        var list = new ListQuery(kind(), select, FROM)
                .where("i.tenant_id = ?", caller.tenant())
                .where("p.deleted_at is null");
        StockFilters.byPlace(list, filter, "i");
        StockFilters.low(list, filter, "i");
        return list;
    }
}
