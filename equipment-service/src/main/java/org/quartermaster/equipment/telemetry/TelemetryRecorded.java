package org.quartermaster.equipment.telemetry;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * The event of samples that were taken: how many of one machine, and its present values after them.
 *
 * @param batchId null for single calls
 * @param from the oldest device time among them; {@code to} the newest
 */
record TelemetryRecorded(
        String equipmentId,
        String batchId,
        Instant from,
        Instant to,
        int accepted,
        int warned,
        BigDecimal currentFuelPercent,
        Instant currentFuelAt,
        BigDecimal currentHours,
        Instant currentHoursAt,
        BigDecimal currentKm,
        BigDecimal currentLat,
        BigDecimal currentLon,
        Instant currentPositionAt,
        Instant lastSeenAt) {

    /** @param entries in the order of device time */
    static TelemetryRecorded of(String batchId, Ledger ledger, Current after, List<Entry> entries) {
        return new TelemetryRecorded(
                ledger.id(),
                batchId,
                entries.get(0).sample().recordedAt(),
                entries.get(entries.size() - 1).sample().recordedAt(),
                entries.size(),
                (int) entries.stream()
                        .filter(entry -> !entry.warnings().isEmpty())
                        .count(),
                after.fuelPercent(),
                after.fuelAt(),
                after.hours(),
                after.hoursAt(),
                after.km(),
                after.lat(),
                after.lon(),
                after.positionAt(),
                after.lastSeenAt());
    }
}
