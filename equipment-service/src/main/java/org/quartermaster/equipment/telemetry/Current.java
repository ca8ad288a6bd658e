package org.quartermaster.equipment.telemetry;

import java.math.BigDecimal;
import java.time.Instant;
import org.quartermaster.equipment.machine.Machine;

/**
 * The present values of a machine, each with the device time that it is of.
 *
 * @param hours total hours over all its meters
 * @param km total kilometres over all its meters
 * @param lastSampleAt the newest device time of all its samples
 */
public record Current(
        BigDecimal fuelPercent,
        Instant fuelAt,
        BigDecimal hours,
        Instant hoursAt,
        BigDecimal km,
        BigDecimal lat,
        BigDecimal lon,
        Instant positionAt,
        Instant lastSeenAt,
        Instant lastSampleAt) {
    static Current of(Machine machine) {
        return new Current(
                machine.currentFuelPercent,
                machine.currentFuelAt,
                machine.currentHours,
                machine.currentHoursAt,
                machine.currentKm,
                machine.currentLat,
                machine.currentLon,
                machine.currentPositionAt,
                machine.lastSeenAt,
                machine.lastSampleAt);
    }

    /** Hands the values to the machine that shows them. */
    void show(Machine machine) {
        machine.currentFuelPercent = fuelPercent;
        machine.currentFuelAt = fuelAt;
        machine.currentHours = hours;
        machine.currentHoursAt = hoursAt;
        machine.currentKm = km;
        machine.currentLat = lat;
        machine.currentLon = lon;
        machine.currentPositionAt = positionAt;
        machine.lastSeenAt = lastSeenAt;
        machine.lastSampleAt = lastSampleAt;
    }
}
