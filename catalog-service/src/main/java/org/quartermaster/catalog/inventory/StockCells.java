package org.quartermaster.catalog.inventory;

import java.math.BigDecimal;
import java.util.Objects;
import org.quartermaster.catalog.batch.FileRow;
import org.quartermaster.platform.rest.Field;
import org.quartermaster.platform.rest.Fields;

/**
 * What a row of a file says of the stock of a product in a warehouse.
 *
 * @param onHand null where it says nothing of it
 */
record StockCells(
        BigDecimal onHand,
        Field<BigDecimal> incoming,
        Field<BigDecimal> level,
        Field<BigDecimal> quantity,
        Field<String> location,
        Field<Long> supplier) {
    static final String ON_HAND = "quantity_on_hand";

    private static final String INCOMING = "quantity_incoming";
    private static final String LEVEL = "reorder_level";
    private static final String QUANTITY = "reorder_quantity";
    private static final int LONGEST_LOCATION = 300;

    /** 422 for what is no quantity of the product. */
    static StockCells read(FileRow row, StockedProduct product) {
        var cells = row.cells().deepCopy();
        cells.remove("product_id");
        cells.remove("warehouse_id");
        var fields = Fields.ofCells(cells);
        fields.require(ON_HAND, INCOMING, LEVEL, QUANTITY);
        var onHand = StockFields.quantity(fields, ON_HAND, "0").value();
        var incoming = StockFields.quantity(fields, INCOMING, "0");
        if (onHand != null) {
            product.check(fields, ON_HAND, onHand);
        }
        if (incoming.value() != null) {
            product.check(fields, INCOMING, incoming.value());
        }
        var read = new StockCells(
                onHand,
                incoming,
                StockFields.quantity(fields, LEVEL, "0"),
                StockFields.quantity(fields, QUANTITY, "0"),
                fields.text("warehouse_location", 0, LONGEST_LOCATION),
                new Field<>(fields.has("supplier_id"), StockFields.id(fields, "supplier_id")));
        fields.checkStrictly();
        return read;
    }

    /** Takes it over into the stock. */
    void apply(LockedStock stock, StockRow row, String reference) {
        var difference = onHand == null ? BigDecimal.ZERO : onHand.subtract(row.quantityOnHand);
        if (difference.signum() != 0) {
            var cause = new Cause(MovementKind.ADJUSTMENT, "import", reference);
            stock.book(row, cause, difference, BigDecimal.ZERO);
        }
        if (isOther(row)) {
            stock.touch(row);
            incoming.to(value -> row.quantityIncoming = value);
            level.to(value -> row.reorderLevel = value);
            quantity.to(value -> row.reorderQuantity = value);
            location.to(value -> row.warehouseLocation = value);
            supplier.to(value -> row.supplierId = value);
        }
    }

    private boolean isOther(StockRow row) {
        return isOther(incoming, row.quantityIncoming)
                || isOther(level, row.reorderLevel)
                || isOther(quantity, row.reorderQuantity)
                || location.given() && !Objects.equals(location.value(), row.warehouseLocation)
                || supplier.given() && !Objects.equals(supplier.value(), row.supplierId);
    }

    private static boolean isOther(Field<BigDecimal> field, BigDecimal now) {
        return field.given() && field.value().compareTo(now) != 0;
    }
}
