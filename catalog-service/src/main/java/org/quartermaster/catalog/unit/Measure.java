package org.quartermaster.catalog.unit;

import java.math.BigDecimal;

/**
 * What a text says of a property: of a product what it has, of a request what it asks for.
 *
 * @param kind what sort of property
 * @param name its name where the text gives one, folded, else null
 * @param op how a product has to stand to it
 * @param low lowest value in the unit, null when open
 * @param high highest value in the unit, null when open
 * @param unit of low and high, null for what is no number with a unit
 * @param value the word of a size, thread, protection class or standard, null for numbers
 * @param start where it stands in the text
 * @param end where it ends in the text
 */
public record Measure(
        Kind kind, String name, Op op, BigDecimal low, BigDecimal high, Unit unit, String value, int start, int end) {

    /** The sorts of properties. */
    public enum Kind {
        NUMBER,
        SIZE,
        THREAD,
        PROTECTION,
        STANDARD
    }

    /** How what a product has must stand to what is asked. */
    public enum Op {
        EQ,
        GE,
        LE,
        BETWEEN
    }

    /** The lowest value in the base unit, null when open. */
    public BigDecimal canonicalLow() {
        return low == null ? null : unit.toBase(low);
    }

    /** The highest value in the base unit, null when open. */
    public BigDecimal canonicalHigh() {
        return high == null ? null : unit.toBase(high);
    }

    /** The same property under a name that its surroundings give it. */
    public Measure named(String other) {
        return new Measure(kind, other, op, low, high, unit, value, start, end);
    }
}
