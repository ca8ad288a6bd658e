package org.quartermaster.equipment.meter;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.quartermaster.equipment.meter.Reading.Finding;
import org.quartermaster.platform.db.Ids;

/**
 * The meters of one kind of one machine while readings are judged: device time decides, so readings may come in any
 * order, and a reading is held against those next to it on the same meter.
 */
public final class MeterBook {
    /** Warnings in a row that make a meter suspect. */
    public static final int SUSPECT = 10;

    private static final int AGREEING = 2;
    private static final BigDecimal NANOS_PER_HOUR = BigDecimal.valueOf(3_600_000_000_000L);
    private static final BigDecimal FASTEST = new BigDecimal("1.02");

    private final String equipmentId;
    private final MeterKind kind;
    private final List<Meter> meters;
    private final Map<Meter, NavigableMap<Instant, BigDecimal>> readings = new HashMap<>();
    private final List<Reading> jumps = new ArrayList<>();
    private final List<Release> releases = new ArrayList<>();
    private boolean touched;
    private boolean suspect;
    private boolean trustedAgain;

    public MeterBook(String equipmentId, MeterKind kind, List<Meter> meters) {
        this.equipmentId = equipmentId;
        this.kind = kind;
        this.meters = new ArrayList<>(meters);
        this.meters.sort(Comparator.comparing((Meter meter) -> meter.installedAt));
        this.meters.forEach(this::begin);
    }

    /** The book of one kind out of all meters of the machine. */
    public static MeterBook of(String equipmentId, MeterKind kind, List<Meter> meters) {
        return new MeterBook(
                equipmentId,
                kind,
                meters.stream().filter(meter -> meter.kind == kind).toList());
    }

    private void begin(Meter meter) {
        var known = new TreeMap<Instant, BigDecimal>();
        readings.put(meter, known);
        if (meter.firstReading != null) {
            known.put(meter.installedAt, meter.firstReading);
        }
        if (meter.lastReading != null) {
            var at = meter.isOpen() ? meter.lastReadingAt : meter.removedAt.minusNanos(1000);
            known.merge(at, meter.lastReading, BigDecimal::max);
        }
    }

    /** Takes a plausible reading of the history over. */
    public void know(Instant at, BigDecimal reading) {
        var meter = meterAt(at);
        if (meter != null) {
            readings.get(meter).merge(at, reading, BigDecimal::max);
        }
    }

    /** The open meter, or null before a first reading. */
    public Meter open() {
        return meters.stream().filter(Meter::isOpen).findFirst().orElse(null);
    }

    /** What the open meter's reading lacks to the machine's total. */
    public BigDecimal offset() {
        return open() == null ? BigDecimal.ZERO : open().offsetTotal;
    }

    /** The machine's total, or null before a first reading. */
    public BigDecimal total() {
        return open() == null ? null : open().total(open().lastReading);
    }

    /** The device time of the machine's total. */
    public Instant totalAt() {
        return open() == null ? null : open().lastReadingAt;
    }

    /** True when readings that are newer, or of a meter that was removed since, may stand in the history. */
    public boolean isLate(Instant at) {
        return totalAt() == null ? !meters.isEmpty() : !at.isAfter(totalAt());
    }

    /** True when the open meter must be written. */
    public boolean isTouched() {
        return touched;
    }

    /** True when the warnings in a row have become too many in this book. */
    public boolean isSuspect() {
        return suspect;
    }

    /** True when the meter was suspect before, and its last reading is plausible. */
    public boolean isTrustedAgain() {
        return trustedAgain;
    }

    public List<Release> releases() {
        return releases;
    }

    /** The first meter covers all time before it, as late readings may be older than its installation. */
    private Meter meterAt(Instant at) {
        for (var i = meters.size() - 1; i > 0; i--) {
            if (!meters.get(i).installedAt.isAfter(at)) {
                return meters.get(i);
            }
        }
        return meters.isEmpty() ? null : meters.get(0);
    }

    /** Judges a reading; a person who states a fact may state a jump. Changes nothing. */
    public Reading judge(Instant at, BigDecimal value, boolean stated) {
        var meter = meterAt(at);
        if (meter == null) {
            return new Reading(at, value, Finding.PLAUSIBLE, null);
        }
        var before =
                stated ? readings.get(meter).lastEntry() : readings.get(meter).floorEntry(at);
        var after = stated ? null : readings.get(meter).higherEntry(at);
        if (before != null && value.compareTo(before.getValue()) < 0) {
            return new Reading(at, value, Finding.BACKWARDS, before.getValue());
        }
        if (after != null && value.compareTo(after.getValue()) > 0) {
            return new Reading(at, value, Finding.AHEAD, after.getValue());
        }
        if (before != null && !stated && isJump(before.getKey(), before.getValue(), at, value)) {
            return new Reading(at, value, Finding.JUMP, before.getValue());
        }
        return new Reading(at, value, Finding.PLAUSIBLE, null);
    }

    /** NB: an odometer has no such limit; how fast it runs, the positions tell. */
    private boolean isJump(Instant from, BigDecimal low, Instant to, BigDecimal high) {
        if (kind == MeterKind.KM) {
            return false;
        }
        var more = high.subtract(low).subtract(BigDecimal.ONE).multiply(NANOS_PER_HOUR);
        var passed = BigDecimal.valueOf(Duration.between(from, to).toNanos());
        return more.compareTo(passed.multiply(FASTEST)) > 0;
    }

    /** Takes a judged reading over: a plausible one moves the meter when it is not older than the last. */
    public void take(Reading reading) {
        touched = true;
        if (reading.finding() == Finding.JUMP && isLatest(reading)) {
            hold(reading);
        }
        if (reading.finding() == Finding.PLAUSIBLE) {
            accept(reading);
        } else {
            warn();
        }
    }

    private boolean isLatest(Reading reading) {
        var meter = meterAt(reading.at());
        return meter.isOpen() && readings.get(meter).higherEntry(reading.at()) == null;
    }

    private void hold(Reading jump) {
        var meter = open();
        jumps.add(jump);
        if (meter.heldAt == null) {
            meter.heldReading = jump.value();
            meter.heldAt = jump.at();
            return;
        }
        if (!jump.at().isAfter(meter.heldAt)) {
            return;
        }
        if (!agrees(meter, jump)) {
            meter.heldReading = jump.value();
            meter.heldAt = jump.at();
            meter.heldAgreed = 0;
            return;
        }
        meter.heldAgreed++;
        if (meter.heldAgreed >= AGREEING) {
            release(meter, jump);
        }
    }

    private boolean agrees(Meter meter, Reading jump) {
        return jump.value().compareTo(meter.heldReading) >= 0
                && !isJump(meter.heldAt, meter.heldReading, jump.at(), jump.value());
    }

    private void release(Meter meter, Reading last) {
        releases.add(new Release(kind, meter.heldAt, last.at(), meter.heldReading, last.value(), meter.offsetTotal));
        for (var jump : jumps) {
            var within = !jump.at().isBefore(meter.heldAt)
                    && jump.value().compareTo(meter.heldReading) >= 0
                    && jump.value().compareTo(last.value()) <= 0;
            if (within) {
                jump.counts(meter.total(jump.value()));
                readings.get(meter).merge(jump.at(), jump.value(), BigDecimal::max);
            }
        }
        jumps.clear();
    }

    private void accept(Reading reading) {
        var meter = meterAt(reading.at());
        if (meter == null) {
            meter = install(reading);
        }
        reading.counts(meter.total(reading.value()));
        readings.get(meter).merge(reading.at(), reading.value(), BigDecimal::max);
        if (meter.isOpen()
                && meter.reason == MeterReason.INITIAL
                && reading.at().isBefore(meter.installedAt)) {
            meter.installedAt = reading.at();
            meter.firstReading = reading.value();
        }
        if (meter.isOpen() && (meter.lastReadingAt == null || !reading.at().isBefore(meter.lastReadingAt))) {
            meter.lastReading = reading.value();
            meter.lastReadingAt = reading.at();
            settle(meter, reading);
        }
    }

    private void settle(Meter meter, Reading reading) {
        trustedAgain |= meter.warnedInRow >= SUSPECT;
        suspect = false;
        meter.warnedInRow = 0;
        if (meter.heldAt != null && !reading.at().isBefore(meter.heldAt)) {
            meter.forgetHeld();
        }
    }

    private Meter install(Reading reading) {
        var meter = new Meter();
        meter.meterId = Ids.next("meter");
        meter.equipmentId = equipmentId;
        meter.kind = kind;
        meter.installedAt = reading.at();
        meter.firstReading = reading.value();
        meters.add(meter);
        readings.put(meter, new TreeMap<>());
        return meter;
    }

    private void warn() {
        var meter = open();
        meter.warnedInRow++;
        suspect |= meter.warnedInRow == SUSPECT;
        trustedAgain &= meter.warnedInRow < SUSPECT;
    }
}
