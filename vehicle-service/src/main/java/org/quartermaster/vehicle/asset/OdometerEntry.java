package org.quartermaster.vehicle.asset;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import org.quartermaster.platform.db.Columns;

/**
 * One reading of an odometer.
 *
 * @param km null where the unit is not known
 * @param rollback whether it shows clearly less than the reading before it
 * @param previous the reading before it whose unit is known, or null
 */
record OdometerEntry(
        BigDecimal reading,
        String unit,
        BigDecimal km,
        Instant readAt,
        String source,
        String sourceRef,
        boolean rollback,
        EarlierReading previous) {
    /** The reading before another. */
    record EarlierReading(BigDecimal reading, String unit, BigDecimal km, Instant readAt) {
        static EarlierReading of(Row row) {
            var km = row.getBigDecimal("previous_km");
            return km == null
                    ? null
                    : new EarlierReading(
                            row.getBigDecimal("previous_reading"),
                            row.getString("previous_unit"),
                            km,
                            Columns.instant(row.getOffsetDateTime("previous_read_at")));
        }
    }

    static OdometerEntry of(Row row) {
        var km = row.getBigDecimal("km");
        var previous = EarlierReading.of(row);
        return new OdometerEntry(
                row.getBigDecimal("reading"),
                row.getString("unit"),
                km,
                Columns.instant(row.getOffsetDateTime("read_at")),
                row.getString("source"),
                row.getString("source_ref"),
                previous != null && Odometer.isRollback(previous.km(), km),
                previous);
    }
}
