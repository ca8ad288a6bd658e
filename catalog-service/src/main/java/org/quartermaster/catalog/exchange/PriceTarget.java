package org.quartermaster.catalog.exchange;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.catalog.batch.FileRow;
import org.quartermaster.catalog.batch.RowOutcome;
import org.quartermaster.catalog.exchange.FileColumns.Cell;
import org.quartermaster.catalog.price.PriceBatch;
import org.quartermaster.platform.change.UnitOfWork;

/** Prices of articles. */
@ApplicationScoped
class PriceTarget implements ImportTarget {
    private static final FileColumns COLUMNS = new FileColumns()
            .key(
                    "sku",
                    "price_kind",
                    "price_type",
                    "currency",
                    "uom",
                    "supplier",
                    "supplier_number",
                    "price_list",
                    "price_list_number",
                    "customer_group",
                    "customer_group_number",
                    "customer",
                    "customer_number",
                    "minimum_quantity",
                    "effective_from")
            .require("sku")
            .require("amount")
            .with(
                    "sku",
                    Cell.LINE,
                    "product_code",
                    "article_number",
                    "item_code",
                    "item_number",
                    "artikelnummer",
                    "رمز_المنتج")
            .with("amount", Cell.NUMBER, "price", "unit_price", "base_price", "preis", "السعر")
            .with("currency", Cell.LINE, "currency_code", "währung", "العملة")
            .with("price_kind", Cell.LINE)
            .with("price_type", Cell.LINE)
            .with("price_unit_quantity", Cell.NUMBER, "price_unit", "per")
            .with("uom", Cell.LINE, "unit", "einheit", "الوحدة")
            .with("minimum_quantity", Cell.NUMBER, "min_quantity", "from_quantity", "ab_menge")
            .with("effective_from", Cell.LINE, "valid_from")
            .with("effective_to", Cell.LINE, "valid_to")
            .with("source", Cell.LINE)
            .with("supplier", Cell.LINE, "supplier_code")
            .with("supplier_number", Cell.NUMBER, "supplier_id")
            .with("price_list", Cell.LINE, "price_list_code")
            .with("price_list_number", Cell.NUMBER, "price_list_id")
            .with("customer_group", Cell.LINE, "customer_group_code")
            .with("customer_group_number", Cell.NUMBER, "customer_group_id")
            .with("customer", Cell.LINE, "customer_code")
            .with("customer_number", Cell.NUMBER, "customer_id");

    private final PriceBatch prices;

    @Inject
    PriceTarget(PriceBatch prices) {
        this.prices = prices;
    }

    @Override
    public String kind() {
        return "prices";
    }

    @Override
    public FileColumns columns() {
        return COLUMNS;
    }

    @Override
    public List<WordLookup> lookups() {
        return List.of(
                WordLookup.PRODUCT,
                WordLookup.SUPPLIER,
                WordLookup.byNumber("supplier", "supplier"),
                WordLookup.byCode("price_list", "pricelist"),
                WordLookup.byNumber("price_list", "pricelist"),
                WordLookup.byCode("customer_group", "customergroup"),
                WordLookup.byNumber("customer_group", "customergroup"),
                WordLookup.CUSTOMER,
                WordLookup.byNumber("customer", "customer"));
    }

    @Override
    public Uni<List<RowOutcome>> write(UnitOfWork unit, List<FileRow> rows, FileMapping mapping, String importId) {
        return prices.write(unit, rows);
    }
}
