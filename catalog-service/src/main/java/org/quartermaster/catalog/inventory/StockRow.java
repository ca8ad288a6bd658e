package org.quartermaster.catalog.inventory;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import org.quartermaster.platform.db.Rows;

/** How much of a product lies in a warehouse; named as the columns are. */
public final class StockRow {
    private static final Rows<StockRow> ROWS = Rows.of(StockRow.class, StockRow::new);

    long id;
    long productId;
    long warehouseId;
    Long supplierId;
    BigDecimal quantityOnHand;
    BigDecimal quantityReserved;
    BigDecimal quantityIncoming;
    BigDecimal reorderLevel;
    BigDecimal reorderQuantity;
    String warehouseLocation;
    Instant lowSince;
    Instant lastUpdated;
    Instant createdAt;
    Instant updatedAt;
    int version;

    /** Of the warehouse, where the query says it. */
    String warehouseCode;

    int warehousePriority;
    boolean warehouseActive;

    static StockRow read(Row row) {
        return ROWS.read(row);
    }

    public long productId() {
        return productId;
    }

    public long warehouseId() {
        return warehouseId;
    }

    /** Place in the order in which warehouses are emptied, the lowest first. */
    public int priority() {
        return warehousePriority;
    }

    /** Whether the warehouse is in use, so that stock is taken from it without being asked for. */
    public boolean isActive() {
        return warehouseActive;
    }

    /** What is neither gone nor held for somebody. */
    public BigDecimal available() {
        return quantityOnHand.subtract(quantityReserved);
    }

    boolean isLow() {
        return available().add(quantityIncoming).compareTo(reorderLevel) <= 0;
    }
}
