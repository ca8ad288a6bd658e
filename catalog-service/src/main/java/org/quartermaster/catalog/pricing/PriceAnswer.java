package org.quartermaster.catalog.pricing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A price with its reasons, or the reasons why there is none.
 *
 * @param reason why the price is missing, else null
 * @param listPrice of one unit before discounts
 * @param taxRate null with {@code lineTax} and {@code gross} when the tax is unknown
 */
record PriceAnswer(
        boolean isPriced,
        String reason,
        BigDecimal quantity,
        String uom,
        BigDecimal baseQuantity,
        String currency,
        BigDecimal listPrice,
        BigDecimal unitPrice,
        BigDecimal lineTotal,
        BigDecimal taxRate,
        BigDecimal lineTax,
        BigDecimal gross,
        PriceFloor floor,
        Source source,
        NextBreak nextBreak,
        List<PriceStep> steps,
        List<RejectedPrice> rejected,
        Instant at,
        Instant knownAt) {

    record Source(
            long pricingId,
            PriceScope scope,
            PriceType priceType,
            BigDecimal minimumQuantity,
            Instant effectiveFrom,
            Instant effectiveTo) {

        static Source of(PriceRow row) {
            return new Source(row.id(), row.scope(), row.type(), row.minimumQuantity(), row.from(), row.to());
        }
    }

    /** The next tier, its bound in the unit that was asked for. */
    record NextBreak(BigDecimal minimumQuantity, BigDecimal unitPrice) {}
}
