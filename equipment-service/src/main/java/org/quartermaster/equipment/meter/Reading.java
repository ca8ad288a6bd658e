package org.quartermaster.equipment.meter;

import java.math.BigDecimal;
import java.time.Instant;

/** What a meter showed at a time, and whether that can be. */
public final class Reading {
    /** What was found. */
    public enum Finding {
        PLAUSIBLE,
        /** Less than an earlier reading of the same meter. */
        BACKWARDS,
        /** More than a later reading of the same meter. */
        AHEAD,
        /** More hours than have passed. */
        JUMP
    }

    private final Instant at;
    private final BigDecimal value;
    private final BigDecimal known;
    private Finding finding;
    private BigDecimal total;

    Reading(Instant at, BigDecimal value, Finding finding, BigDecimal known) {
        this.at = at;
        this.value = value;
        this.finding = finding;
        this.known = known;
    }

    public Instant at() {
        return at;
    }

    public BigDecimal value() {
        return value;
    }

    public Finding finding() {
        return finding;
    }

    /** The reading that it contradicts; null for a plausible one. */
    public BigDecimal known() {
        return known;
    }

    /** The machine's total; null while the reading has no effect. */
    public BigDecimal total() {
        return total;
    }

    void counts(BigDecimal machineTotal) {
        finding = Finding.PLAUSIBLE;
        total = machineTotal;
    }
}
