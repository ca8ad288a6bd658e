package org.quartermaster.procurement.criteria;

import java.math.BigDecimal;

/**
 * Bounds of a value in one currency, both included.
 *
 * @param min or null
 * @param max or null
 * @param unknown null where the criteria decide for all
 */
public record ValueCriterion(BigDecimal min, BigDecimal max, String currency, Kind of, Unknown unknown) {
    /** Which value is meant. */
    public enum Kind {
        ESTIMATED,
        ACTUAL
    }
}
