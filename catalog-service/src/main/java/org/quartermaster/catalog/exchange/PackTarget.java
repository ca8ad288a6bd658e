package org.quartermaster.catalog.exchange;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.catalog.batch.FileRow;
import org.quartermaster.catalog.batch.RowOutcome;
import org.quartermaster.catalog.exchange.FileColumns.Cell;
import org.quartermaster.catalog.pack.PackBatch;
import org.quartermaster.platform.change.UnitOfWork;

/** Packs of articles; the number of a pack itself is {@code pack_sku}. */
@ApplicationScoped
class PackTarget implements ImportTarget {
    private static final FileColumns COLUMNS = new FileColumns()
            .key("sku", "code")
            .require("sku")
            .require("code")
            .with(
                    "sku",
                    Cell.LINE,
                    "product_code",
                    "article_number",
                    "item_code",
                    "item_number",
                    "artikelnummer",
                    "رمز_المنتج")
            .with("code", Cell.LINE, "pack", "pack_code", "pack_unit")
            .with("factor", Cell.NUMBER, "content", "pack_quantity", "quantity_per_pack")
            .with("pack_sku", Cell.LINE)
            .with("pack_gtin", Cell.LINE, "gtin", "ean", "upc", "barcode")
            .with("order_min", Cell.NUMBER, "minimum_order_quantity")
            .with("order_step", Cell.NUMBER)
            .with("is_default_order_unit", Cell.TRUTH, "is_default");

    private final PackBatch packs;

    @Inject
    PackTarget(PackBatch packs) {
        this.packs = packs;
    }

    @Override
    public String kind() {
        return "packs";
    }

    @Override
    public FileColumns columns() {
        return COLUMNS;
    }

    @Override
    public List<WordLookup> lookups() {
        return List.of(WordLookup.PRODUCT);
    }

    @Override
    public Uni<List<RowOutcome>> write(UnitOfWork unit, List<FileRow> rows, FileMapping mapping, String importId) {
        rows.forEach(row -> {
            rename(row, "pack_sku", "sku");
            rename(row, "pack_gtin", "gtin");
        });
        return packs.write(unit, rows);
    }

    private static void rename(FileRow row, String column, String field) {
        var cell = row.cells().remove(column);
        if (cell != null) {
            row.cells().set(field, cell);
        }
    }
}
