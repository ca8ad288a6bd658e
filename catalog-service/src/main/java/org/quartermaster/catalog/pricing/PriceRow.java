package org.quartermaster.catalog.pricing;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A row of a price ladder, as it stands in the table.
 *
 * @param isCost whether it is what the product costs us, and not what it is sold for
 * @param amount for {@code priceUnitQuantity} units of {@code uom}
 * @param from included
 * @param to excluded, null = open
 * @param minimumQuantity in {@code uom}
 * @param supersededAt when another row took its place, or null
 */
record PriceRow(
        long id,
        boolean isCost,
        PriceType type,
        BigDecimal amount,
        String currency,
        BigDecimal priceUnitQuantity,
        String uom,
        BigDecimal minimumQuantity,
        PriceScope scope,
        Long supplierId,
        Instant from,
        Instant to,
        Instant recordedAt,
        Instant supersededAt) {

    boolean isKnownAt(Instant time) {
        return !recordedAt.isAfter(time) && (supersededAt == null || supersededAt.isAfter(time));
    }

    boolean isValidAt(Instant time) {
        return !from.isAfter(time) && (to == null || to.isAfter(time));
    }
}
