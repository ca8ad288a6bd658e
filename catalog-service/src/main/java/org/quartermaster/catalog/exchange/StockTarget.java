package org.quartermaster.catalog.exchange;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.catalog.batch.FileRow;
import org.quartermaster.catalog.batch.RowOutcome;
import org.quartermaster.catalog.exchange.FileColumns.Cell;
import org.quartermaster.catalog.inventory.StockBatch;
import org.quartermaster.platform.change.UnitOfWork;

/** How much of articles lies in warehouses. */
@ApplicationScoped
class StockTarget implements ImportTarget {
    private static final FileColumns COLUMNS = new FileColumns()
            .key("sku", "warehouse", "warehouse_number")
            .require("sku")
            .require("warehouse", "warehouse_number")
            .with(
                    "sku",
                    Cell.LINE,
                    "product_code",
                    "article_number",
                    "item_code",
                    "item_number",
                    "artikelnummer",
                    "رمز_المنتج")
            .with("warehouse", Cell.LINE, "warehouse_code", "location", "lager", "المستودع")
            .with("warehouse_number", Cell.NUMBER, "warehouse_id")
            .with("quantity_on_hand", Cell.NUMBER, "quantity", "on_hand", "stock", "qty", "menge", "bestand", "الكمية")
            .with("quantity_incoming", Cell.NUMBER, "incoming")
            .with("reorder_level", Cell.NUMBER, "reorder_point")
            .with("reorder_quantity", Cell.NUMBER)
            .with("warehouse_location", Cell.LINE, "shelf", "bin")
            .with("supplier", Cell.LINE, "supplier_code")
            .with("supplier_number", Cell.NUMBER, "supplier_id");

    private final StockBatch stock;

    @Inject
    StockTarget(StockBatch stock) {
        this.stock = stock;
    }

    @Override
    public String kind() {
        return "stock";
    }

    @Override
    public FileColumns columns() {
        return COLUMNS;
    }

    @Override
    public List<WordLookup> lookups() {
        return List.of(
                WordLookup.PRODUCT,
                WordLookup.byCode("warehouse", "warehouse"),
                WordLookup.byNumber("warehouse", "warehouse"),
                WordLookup.SUPPLIER,
                WordLookup.byNumber("supplier", "supplier"));
    }

    @Override
    public Uni<List<RowOutcome>> write(UnitOfWork unit, List<FileRow> rows, FileMapping mapping, String importId) {
        return stock.write(unit, rows, importId);
    }
}
