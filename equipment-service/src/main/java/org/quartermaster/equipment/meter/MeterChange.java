package org.quartermaster.equipment.meter;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Fields;

/**
 * What a person does to a meter.
 *
 * @param reason why; kept as the note of the new meter
 * @param finalReading what the old meter showed at its removal; null for a correction
 * @param reading what the meter shows from then on
 * @param at null for now
 */
record MeterChange(
        MeterReason kind, String reason, BigDecimal finalReading, BigDecimal reading, Instant at, String serialNumber) {
    private static final String MOST = "100000000";
    private static final Duration AHEAD = Duration.ofMinutes(10);
    /** The finest time that PostgreSQL keeps. */
    private static final Duration INSTANT_AFTER = Duration.ofNanos(1_000);

    static MeterChange replacement(Fields fields) {
        fields.require("final_reading", "reason");
        var change = new MeterChange(
                MeterReason.REPLACEMENT,
                fields.text("reason", 1, 500).value(),
                fields.decimal("final_reading", 2, "0", MOST).value(),
                fields.decimal("first_reading", 2, "0", MOST).or(new BigDecimal("0.00")),
                fields.time("replaced_at").value(),
                fields.text("serial_number", 0, 100).value());
        fields.checkStrictly();
        return change;
    }

    static MeterChange correction(Fields fields) {
        fields.require("reading", "reason");
        var change = new MeterChange(
                MeterReason.CORRECTION,
                fields.text("reason", 1, 500).value(),
                null,
                fields.decimal("reading", 2, "0", MOST).value(),
                null,
                null);
        fields.checkStrictly();
        return change;
    }

    /** Closes the meter and gives the one after it: the total goes on, or is set right. */
    Meter apply(Meter old, Instant now) {
        var replaced = kind == MeterReason.REPLACEMENT;
        var since = replaced ? replacedAt(old, now) : correctedAt(old, now);
        if (replaced && old.lastReading != null && finalReading.compareTo(old.lastReading) < 0) {
            throw Problem.invalid("final_reading", "greater_than_equal", old.lastReading.toPlainString());
        }
        var meter = new Meter();
        meter.meterId = Ids.next("meter");
        meter.tenantId = old.tenantId;
        meter.equipmentId = old.equipmentId;
        meter.kind = old.kind;
        meter.serialNumber = replaced ? serialNumber : old.serialNumber;
        meter.installedAt = since;
        meter.firstReading = reading;
        meter.lastReading = reading;
        meter.lastReadingAt = since;
        meter.offsetTotal = replaced ? old.total(finalReading).subtract(reading) : old.offsetTotal;
        meter.reason = kind;
        meter.note = reason;
        meter.createdAt = now;
        meter.updatedAt = now;
        old.removedAt = since;
        old.forgetHeld();
        if (replaced) {
            old.lastReading = finalReading;
            old.lastReadingAt = since;
        }
        return meter;
    }

    private Instant replacedAt(Meter old, Instant now) {
        var since = at == null ? now : at;
        if (since.isAfter(now.plus(AHEAD))) {
            throw Problem.invalid("replaced_at", "in_future");
        }
        if (old.lastReadingAt == null || !since.isBefore(old.lastReadingAt)) {
            return since;
        }
        if (at == null) {
            return old.lastReadingAt.plus(INSTANT_AFTER);
        }
        throw Problem.invalid("replaced_at", "greater_than_equal", old.lastReadingAt);
    }

    /** NB: a device may be some minutes ahead; its wrong reading must stay with the old segment. */
    private static Instant correctedAt(Meter old, Instant now) {
        return old.lastReadingAt == null || old.lastReadingAt.isBefore(now)
                ? now
                : old.lastReadingAt.plus(INSTANT_AFTER);
    }
}
