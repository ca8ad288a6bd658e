package org.quartermaster.equipment.plan;

import java.math.BigDecimal;
import java.time.Instant;
import org.quartermaster.equipment.machine.Machine;

/**
 * Where the counters of a machine stand.
 *
 * @param hours total hours, or null before a first reading
 * @param km total kilometres, or null before a first reading
 */
public record Totals(Instant at, BigDecimal hours, BigDecimal km) {

    public static Totals of(Machine machine, Instant now) {
        return new Totals(now, machine.currentHours, machine.currentKm);
    }
}
