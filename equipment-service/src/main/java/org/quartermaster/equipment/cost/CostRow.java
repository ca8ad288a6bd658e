package org.quartermaster.equipment.cost;

import java.math.BigDecimal;

/**
 * One cost of a machine.
 *
 * @param sourceId what it comes from; rows of one record share the part before the slash
 */
public record CostRow(Kind kind, BigDecimal amount, String currency, String sourceId) {
    /** What the money was for. */
    public enum Kind {
        PURCHASE,
        MAINTENANCE,
        PART,
        FEE,
        VALUATION,
        ADJUSTMENT
    }
}
