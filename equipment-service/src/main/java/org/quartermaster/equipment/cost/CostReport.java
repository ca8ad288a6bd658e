package org.quartermaster.equipment.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/**
 * What a machine has cost, per currency and never added across.
 *
 * @param hoursRun hours of the span, or null where its readings do not tell
 */
record CostReport(String equipmentId, Instant from, Instant to, BigDecimal hoursRun, List<Sum> currencies) {

    /**
     * The costs in one currency.
     *
     * @param currency ISO 4217; XXX where none is known
     * @param maintenance what records cost beside their parts
     * @param parts what their parts cost
     * @param fees with adjustments
     * @param valuation the last value known, or null
     */
    record Sum(
            String currency,
            BigDecimal purchase,
            BigDecimal fees,
            BigDecimal maintenance,
            BigDecimal parts,
            BigDecimal valuation,
            BigDecimal totalCostOfOwnership,
            BigDecimal runningCostPerHour) {

        static Sum of(
                String currency,
                BigDecimal purchase,
                BigDecimal fees,
                BigDecimal maintenance,
                BigDecimal parts,
                BigDecimal valuation) {
            var running = fees.add(maintenance).add(parts);
            var total = purchase.add(running);
            return new Sum(
                    currency,
                    purchase,
                    fees,
                    maintenance,
                    parts,
                    valuation,
                    valuation == null ? total : total.subtract(valuation),
                    null);
        }

        Sum over(BigDecimal hours) {
            var running = fees.add(maintenance).add(parts);
            return new Sum(
                    currency,
                    purchase,
                    fees,
                    maintenance,
                    parts,
                    valuation,
                    totalCostOfOwnership,
                    hours == null || hours.signum() <= 0 ? null : running.divide(hours, 4, RoundingMode.HALF_UP));
        }
    }
}
