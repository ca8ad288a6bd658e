package org.quartermaster.catalog.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The lowest price by cost and margin.
 *
 * @param value null when the cost is unknown
 */
public record PriceFloor(Status status, BigDecimal value, BigDecimal cost, BigDecimal marginPercent) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 4;

    /** What became of the price. */
    public enum Status {
        APPLIED,
        KEPT,
        UNKNOWN
    }

    /**
     * Cost / (1 - margin), rounded up to four decimals.
     *
     * @param cost null when unknown
     */
    static PriceFloor of(BigDecimal cost, BigDecimal marginPercent) {
        if (cost == null) {
            return new PriceFloor(Status.UNKNOWN, null, null, marginPercent);
        }
        BigDecimal value =
                cost.multiply(HUNDRED).divide(HUNDRED.subtract(marginPercent), DECIMALS, RoundingMode.CEILING);
        return new PriceFloor(Status.KEPT, value, cost, marginPercent);
    }

    /** Whether a price is too low; an unknown floor forbids nothing. */
    public boolean forbids(BigDecimal price) {
        return value != null && price.compareTo(value) < 0;
    }

    PriceFloor applied() {
        return new PriceFloor(Status.APPLIED, value, cost, marginPercent);
    }
}
