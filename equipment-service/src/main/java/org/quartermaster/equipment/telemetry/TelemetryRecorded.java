package org.quartermaster.equipment.telemetry;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.quartermaster.platform.db.Columns;

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
                warned(entries),
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

    /** @param row of what is noted of a batch, and of the machine as it is */
    static TelemetryRecorded of(Row row) {
        var after = MachineTable.current(row);
        return new TelemetryRecorded(
                row.getString("equipment_id"),
                row.getString("batch_id"),
                Columns.instant(row.getOffsetDateTime("from_at")),
                Columns.instant(row.getOffsetDateTime("to_at")),
                row.getInteger("accepted"),
                row.getInteger("warned"),
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

    static int warned(List<Entry> entries) {
        return (int)
                entries.stream().filter(entry -> !entry.warnings().isEmpty()).count();
    }
}
