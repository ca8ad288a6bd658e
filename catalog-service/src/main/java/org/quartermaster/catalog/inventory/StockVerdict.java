package org.quartermaster.catalog.inventory;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether the stock is what its movements and reservations make of it. */
@Schema(name = "StockVerdict")
public record StockVerdict(boolean ok, List<Difference> differences) {

    /**
     * A place where it is not.
     *
     * @param movedOnHand what the movements add up to
     * @param held what reservations hold there
     */
    @Schema(name = "StockDifference")
    public record Difference(
            long productId,
            long warehouseId,
            BigDecimal quantityOnHand,
            BigDecimal movedOnHand,
            BigDecimal quantityReserved,
            BigDecimal movedReserved,
            BigDecimal held) {}
}
