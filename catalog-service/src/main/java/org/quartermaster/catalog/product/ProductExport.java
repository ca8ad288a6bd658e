package org.quartermaster.catalog.product;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.catalog.export.ExportColumn;
import org.quartermaster.catalog.export.ExportSource;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Articles as rows of a file, with their categories, brands and suppliers by the words that imports know them by. */
@ApplicationScoped
class ProductExport implements ExportSource {
    private static final String CATEGORY = "(select coalesce(c.external_code, c.slug) from catalog.category c"
            + " where c.tenant_id = p.tenant_id and c.id = p.category_id)";
    private static final String NAMED =
            "(select x.%s from catalog.%s x where x.tenant_id = p.tenant_id and x.id = p.%s)";
    private static final String CLASS = "(select k.%1$s from catalog.productclassification k"
            + " where k.tenant_id = p.tenant_id and k.product_id = p.id and k.status = 'confirmed'"
            + " and k.%1$s is not null)";

    private static final List<ExportColumn> COLUMNS = List.of(
            ExportColumn.of("sku", "p.sku"),
            ExportColumn.of("name", "p.name"),
            ExportColumn.of("name_ar", "p.name_ar"),
            ExportColumn.of("slug", "p.slug"),
            ExportColumn.of("description", "p.description"),
            ExportColumn.of("category", CATEGORY),
            ExportColumn.of("brand", NAMED.formatted("name", "brand", "brand_id")),
            ExportColumn.of("supplier", NAMED.formatted("code", "supplier", "supplier_id")),
            ExportColumn.of("mpn", "p.mpn"),
            ExportColumn.of("gtin", "p.gtin"),
            ExportColumn.of("base_uom", "p.base_uom"),
            ExportColumn.of("base_price", "p.base_price"),
            ExportColumn.of("currency", "p.currency"),
            ExportColumn.of("tax_class", "p.tax_class"),
            ExportColumn.of("status", "p.status"),
            ExportColumn.of("is_published", "p.is_published"),
            ExportColumn.of("availability", "p.availability"),
            ExportColumn.of("allow_backorder", "p.allow_backorder"),
            ExportColumn.of("source_url", "p.source_url"),
            ExportColumn.of("images_url", "p.images_url"),
            ExportColumn.of("unspsc_code", CLASS.formatted("unspsc_code")),
            ExportColumn.of("etim_class", CLASS.formatted("etim_class")),
            ExportColumn.json("technical_specs", "p.technical_specs"),
            ExportColumn.of("enrichment_status", "p.enrichment_status"),
            ExportColumn.of("completeness", "p.completeness"),
            ExportColumn.of("id", "p.id"),
            ExportColumn.of("created_at", "p.created_at"),
            ExportColumn.of("updated_at", "p.updated_at"),
            ExportColumn.of("deleted_at", "p.deleted_at"));

    @Override
    public String kind() {
        return "products";
    }

    @Override
    public String key() {
        return "p.id";
    }

    @Override
    public List<ExportColumn> columns() {
        return COLUMNS;
    }

    @Override
    public ListQuery rows(String select, Caller caller, Fields filter) {
        var list = new ListQuery(kind(), select, Products.TABLE + " p");
        ProductFilter.read(caller, filter, list);
        return list;
    }
}
