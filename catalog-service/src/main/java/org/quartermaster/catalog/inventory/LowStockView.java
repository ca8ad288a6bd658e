package org.quartermaster.catalog.inventory;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A product that runs low in a warehouse.
 *
 * @param warehouse its code
 * @param available in this warehouse
 * @param inStock whether anything is available, over all warehouses
 * @param supplierId whom to order from again, or null
 */
@Schema(name = "LowStock")
record LowStockView(
        long productId,
        String sku,
        long warehouseId,
        String warehouse,
        BigDecimal available,
        boolean inStock,
        BigDecimal quantityIncoming,
        BigDecimal reorderLevel,
        BigDecimal reorderQuantity,
        Long supplierId,
        Instant lowSince) {

    static LowStockView of(LockedStock stock, StockRow row) {
        return new LowStockView(
                row.productId,
                stock.anyProduct(row.productId).sku(),
                row.warehouseId,
                row.warehouseCode,
                row.available(),
                stock.isInStock(row.productId),
                row.quantityIncoming,
                row.reorderLevel,
                row.reorderQuantity,
                row.supplierId,
                row.lowSince);
    }
}
