package org.quartermaster.equipment.meter;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A meter as clients see it.
 *
 * @param total what the machine's total is, or was at its removal
 * @param heldReading a jump that takes effect when two later samples agree with it
 */
@Schema(name = "Meter")
record MeterView(
        String meterId,
        String equipmentId,
        MeterKind kind,
        String serialNumber,
        Instant installedAt,
        Instant removedAt,
        BigDecimal firstReading,
        BigDecimal lastReading,
        Instant lastReadingAt,
        BigDecimal offsetTotal,
        BigDecimal total,
        MeterReason reason,
        BigDecimal heldReading,
        Instant heldAt,
        String note,
        Instant createdAt,
        Instant updatedAt) {

    static MeterView of(Meter meter) {
        return new MeterView(
                meter.meterId,
                meter.equipmentId,
                meter.kind,
                meter.serialNumber,
                meter.installedAt,
                meter.removedAt,
                meter.firstReading,
                meter.lastReading,
                meter.lastReadingAt,
                meter.offsetTotal,
                meter.total(meter.lastReading),
                meter.reason,
                meter.heldReading,
                meter.heldAt,
                meter.note,
                meter.createdAt,
                meter.updatedAt);
    }
}
