package org.quartermaster.catalog.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * A unit of measure.
 *
 * @param code its code of UN/ECE Recommendation 20
 * @param symbol its symbol, whose case counts
 * @param dimension what it measures; only units of one dimension are converted into each other
 * @param factor base value = value x factor + shift
 * @param shift see factor
 * @param decimals how many decimals a quantity in it may have
 * @param aliases its words in the eight languages
 */
public record Unit(
        String code,
        String symbol,
        String dimension,
        BigDecimal factor,
        BigDecimal shift,
        int decimals,
        List<String> aliases) {
    public static final String PIECE = "C62";
    private static final String COUNT = "count";
    private static final String PACK = "pack";

    /** @param value an amount in this unit */
    public BigDecimal toBase(BigDecimal value) {
        return value.multiply(factor).add(shift).stripTrailingZeros();
    }

    /** @param base an amount in the base unit of the dimension; 34 digits are kept */
    public BigDecimal fromBase(BigDecimal base) {
        return base.subtract(shift).divide(factor, MathContext.DECIMAL128).stripTrailingZeros();
    }

    /** Whether goods are counted or packed in it: a number before it is a quantity, not a measure. */
    public boolean isCounted() {
        return COUNT.equals(dimension) || PACK.equals(dimension);
    }

    /** Whether it is a pack, whose content the product says. */
    public boolean isPack() {
        return PACK.equals(dimension);
    }
}
