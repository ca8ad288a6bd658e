package org.quartermaster.catalog.inventory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Products of one transaction with all their stock; nobody else books on them until it ends. */
public final class LockedStock {
    private final Map<Long, StockedProduct> products;
    private final List<StockRow> rows;
    private final Map<StockRow, InventoryView> touched = new LinkedHashMap<>();
    private final List<Movement> movements = new ArrayList<>();

    LockedStock(Map<Long, StockedProduct> products, List<StockRow> rows) {
        this.products = products;
        this.rows = rows;
    }

    /** The product; empty where there is none, or none any longer. */
    public Optional<StockedProduct> product(long id) {
        return Optional.ofNullable(products.get(id)).filter(product -> !product.isDeleted());
    }

    StockedProduct anyProduct(long id) {
        return products.get(id);
    }

    /** The stock of a product, the warehouse with the lowest id first. */
    public List<StockRow> of(long productId) {
        return rows.stream().filter(row -> row.productId == productId).toList();
    }

    /** The stock of a product in one warehouse; empty where it never lay there. */
    public Optional<StockRow> at(long productId, long warehouseId) {
        return rows.stream()
                .filter(row -> row.productId == productId && row.warehouseId == warehouseId)
                .findFirst();
    }

    /** Books a movement; it is written by {@link StockLedger#write}. */
    public void book(StockRow row, Cause cause, BigDecimal onHand, BigDecimal reserved) {
        touch(row);
        row.quantityOnHand = row.quantityOnHand.add(onHand);
        row.quantityReserved = row.quantityReserved.add(reserved);
        movements.add(new Movement(row, cause, onHand, reserved, row.quantityOnHand, row.quantityReserved));
    }

    /** Says that the row is about to change. */
    void touch(StockRow row) {
        if (!touched.containsKey(row)) {
            touched.put(row, InventoryView.of(row));
        }
    }

    /** The rows that changed. */
    List<StockRow> changed() {
        return List.copyOf(touched.keySet());
    }

    /** The row as it was before. */
    InventoryView before(StockRow row) {
        return touched.get(row);
    }

    List<Movement> movements() {
        return movements;
    }

    /** Whether anything of a product is available, over all warehouses. */
    boolean isInStock(long productId) {
        return of(productId).stream()
                        .map(StockRow::available)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .signum()
                > 0;
    }
}
