package org.quartermaster.catalog.price;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.catalog.export.ExportColumn;
import org.quartermaster.catalog.export.ExportSource;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Prices of articles as rows of a file: those that are not superseded, unless it is asked what was known once. */
@ApplicationScoped
class PriceExport implements ExportSource {
    private static final String NAMED =
            "(select x.code from catalog.%s x where x.tenant_id = r.tenant_id and x.id = r.%s)";
    private static final String FROM = """
            catalog.productpricing r
            join catalog.product p on p.tenant_id = r.tenant_id and p.id = r.product_id\
            """;

    private static final List<ExportColumn> COLUMNS = List.of(
            ExportColumn.of("sku", "p.sku"),
            ExportColumn.of("price_kind", "r.price_kind"),
            ExportColumn.of("price_type", "r.price_type"),
            ExportColumn.of("amount", "r.amount"),
            ExportColumn.of("currency", "r.currency"),
            ExportColumn.of("price_unit_quantity", "r.price_unit_quantity"),
            ExportColumn.of("uom", "r.uom"),
            ExportColumn.of("minimum_quantity", "r.minimum_quantity"),
            ExportColumn.of("effective_from", "r.effective_from"),
            ExportColumn.of("effective_to", "r.effective_to"),
            ExportColumn.of("supplier", NAMED.formatted("supplier", "supplier_id")),
            ExportColumn.of("price_list", NAMED.formatted("pricelist", "price_list_id")),
            ExportColumn.of("customer_group", NAMED.formatted("customergroup", "customer_group_id")),
            ExportColumn.of("customer", NAMED.formatted("customer", "customer_id")),
            ExportColumn.of("source", "r.source"),
            ExportColumn.of("id", "r.id"),
            ExportColumn.of("recorded_at", "r.recorded_at"),
            ExportColumn.of("superseded_at", "r.superseded_at"));

    @Override
    public String kind() {
        return "prices";
    }

    @Override
    public String key() {
        return "r.id";
    }

    @Override
    public List<ExportColumn> columns() {
        return COLUMNS;
    }

    @Override
    public ListQuery rows(String select, Caller caller, Fields filter) {
        var list = new ListQuery(kind(), select, FROM)
                .where("r.tenant_id = ?", caller.tenant())
                .where("p.deleted_at is null");
        Numbers.id(filter, "product_id").to(id -> list.where("r.product_id = ?", id));
        PriceRows.filter(filter, list);
        return list;
    }
}
