package org.quartermaster.catalog.pricing;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What is asked: the price of a quantity at a time, by what was known at another.
 *
 * @param uom the base unit or a pack of the product
 * @param convert whether a price in the product's own currency may be converted
 * @param manualDiscount percent of the quotation's line, or null
 */
record PriceQuestion(
        BigDecimal quantity,
        String uom,
        String currency,
        Instant at,
        Instant knownAt,
        boolean convert,
        BigDecimal manualDiscount) {

    PriceQuestion withQuantity(BigDecimal other) {
        return new PriceQuestion(other, uom, currency, at, knownAt, convert, manualDiscount);
    }
}
