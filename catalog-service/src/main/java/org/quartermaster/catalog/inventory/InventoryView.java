package org.quartermaster.catalog.inventory;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/** How much of a product lies in a warehouse, as clients see it; in the product's base unit. */
@Schema(name = "Inventory")
public record InventoryView(
        long id,
        long productId,
        long warehouseId,
        Long supplierId,
        BigDecimal quantityOnHand,
        BigDecimal quantityReserved,
        BigDecimal quantityAvailable,
        BigDecimal quantityIncoming,
        BigDecimal reorderLevel,
        BigDecimal reorderQuantity,
        String warehouseLocation,
        Instant lowSince,
        Instant lastUpdated,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    static InventoryView of(StockRow row) {
        return new InventoryView(
                row.id,
                row.productId,
                row.warehouseId,
                row.supplierId,
                row.quantityOnHand,
                row.quantityReserved,
                row.available(),
                row.quantityIncoming,
                row.reorderLevel,
                row.reorderQuantity,
                row.warehouseLocation,
                row.lowSince,
                row.lastUpdated,
                row.createdAt,
                row.updatedAt,
                row.version);
    }
}
