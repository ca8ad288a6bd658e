package org.quartermaster.catalog.quantity;

import java.math.BigDecimal;

/**
 * How much a line asks for.
 *
 * @param value the amount, null when the line names none or an ambiguous one; never 1 by default
 * @param uom code of the unit, null when none is named
 * @param uomRaw the unit as the line writes it, null when none is named
 * @param perPack how many the asked packs hold ("4 boxes of 50"), null when the line does not say
 * @param warning why there is no value, null when there is one
 * @param start where the quantity stands in the line; equal to end when it stands nowhere
 * @param end where it ends
 */
public record Quantity(
        BigDecimal value, String uom, String uomRaw, BigDecimal perPack, String warning, int start, int end) {
    /** The line names no quantity. */
    public static final String MISSING = "quantity.missing";

    /** The line names one that can be read in two ways. */
    public static final String AMBIGUOUS = "quantity.ambiguous";

    /** The quantity of a line that names none. */
    public static Quantity missing() {
        return new Quantity(null, null, null, null, MISSING, 0, 0);
    }

    /** Whether the line names a quantity, readable or not. */
    public boolean isStated() {
        return !MISSING.equals(warning);
    }
}
