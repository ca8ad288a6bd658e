package org.quartermaster.equipment.telemetry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.meter.Meter;
import org.quartermaster.equipment.meter.MeterBook;
import org.quartermaster.equipment.meter.MeterKind;
import org.quartermaster.equipment.meter.Reading;
import org.quartermaster.equipment.reading.Sample;

/** A locked machine and the samples of one chunk that are its own; judges them by device time. */
final class Ledger {
    /** What identifies a stored sample within its machine. */
    record Known(Instant at, UUID key) {}

    private final MachineFacts facts;
    private final Current before;
    private final MeterBook hours;
    private final MeterBook km;
    private final PlaceBook places;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Entry> taken = new ArrayList<>();
    private final List<Sample> moving = new ArrayList<>();
    private final Set<Known> known = new HashSet<>();
    private BigDecimal fuel;
    private Instant fuelAt;
    private Place place;
    private Instant newest;
    private boolean seen;
    private Machine shown;
    private boolean first;

    Ledger(MachineFacts facts, Current before, MeterBook hours, MeterBook km, PlaceBook places) {
        this.facts = facts;
        this.before = before;
        this.hours = hours;
        this.km = km;
        this.places = places;
        this.fuel = before.fuelPercent();
        this.fuelAt = before.fuelAt();
        this.newest = before.lastSampleAt();
        if (before.positionAt() != null) {
            place = new Place(
                    before.positionAt(),
                    before.lat().doubleValue(),
                    before.lon().doubleValue());
            places.know(place);
        }
    }

    /** @param meters all of the machine, whose session writes the present values with what else it changes */
    static Ledger of(Machine machine, List<Meter> meters) {
        var ledger = of(MachineFacts.of(machine), Current.of(machine), meters, PlaceBook.of(machine));
        ledger.shown = machine;
        return ledger;
    }

    /** Of a machine that is not inserted yet, of which nothing can be known. */
    static Ledger first(Machine machine) {
        var ledger = of(machine, List.of());
        ledger.first = true;
        return ledger;
    }

    static Ledger of(MachineFacts facts, Current before, List<Meter> meters, PlaceBook places) {
        var id = facts.equipmentId();
        return new Ledger(
                facts,
                before,
                MeterBook.of(id, MeterKind.HOURS, meters),
                MeterBook.of(id, MeterKind.KM, meters),
                places);
    }

    String id() {
        return facts.equipmentId();
    }

    MachineFacts facts() {
        return facts;
    }

    Current before() {
        return before;
    }

    MeterBook hours() {
        return hours;
    }

    MeterBook km() {
        return km;
    }

    PlaceBook places() {
        return places;
    }

    List<Entry> entries() {
        return entries;
    }

    /** The samples that are new, in the order of device time. */
    List<Entry> taken() {
        return taken;
    }

    /** True when a sample or a sign of life came in. */
    boolean isSeen() {
        return seen;
    }

    void add(Entry entry) {
        entry.belongsTo(this);
        entries.add(entry);
    }

    /** True when the history may hold the sample already, or newer ones. */
    boolean isLate(Entry entry) {
        return before.lastSampleAt() == null || !entry.sample().recordedAt().isAfter(before.lastSampleAt());
    }

    /** True when readings of the history may stand next to that of the sample; the newest of each are at hand. */
    boolean asksHours(Entry entry) {
        return entry.sample().hours() != null && hours.isLate(entry.sample().recordedAt());
    }

    boolean asksKm(Entry entry) {
        return entry.sample().km() != null && km.isLate(entry.sample().recordedAt());
    }

    boolean asksPlace(Entry entry) {
        return entry.sample().lat() != null
                && (place == null || entry.sample().recordedAt().isBefore(place.at()));
    }

    boolean asks(Entry entry) {
        return asksHours(entry) || asksKm(entry) || asksPlace(entry);
    }

    void isKnown(Entry entry) {
        known.add(identity(entry));
    }

    boolean knows(Entry entry) {
        return known.contains(identity(entry));
    }

    private static Known identity(Entry entry) {
        return new Known(entry.sample().recordedAt(), entry.key());
    }

    /** Judges all entries; those of a single call that are implausible change nothing. */
    void judge() {
        entries.sort(Comparator.comparing((Entry entry) -> entry.sample().recordedAt())
                .thenComparingInt(Entry::index));
        for (var entry : entries) {
            if (entry.sample().isEmpty()) {
                seen = true;
            } else if (!known.add(identity(entry))) {
                entry.ends(new Outcome(Outcome.Kind.DUPLICATE, id(), List.of(), List.of()));
            } else {
                judge(entry);
            }
        }
    }

    private void judge(Entry entry) {
        var sample = entry.sample();
        var verdict = find(entry, sample);
        var doubts = verdict.doubts();
        if (entry.offer().isStrict() && !doubts.isEmpty()) {
            known.remove(identity(entry));
            entry.ends(Outcome.rejected(id(), doubts));
            return;
        }
        entry.judged(verdict);
        take(entry, sample, verdict);
    }

    private Verdict find(Entry entry, Sample sample) {
        var at = sample.recordedAt();
        var there = sample.lat() == null
                ? null
                : new Place(at, sample.lat().doubleValue(), sample.lon().doubleValue());
        return new Verdict(
                entry,
                reading(hours, at, sample.hours(), entry.hoursOffset(), entry.isStated()),
                reading(km, at, sample.km(), entry.kmOffset(), entry.isStated()),
                there,
                there != null && (entry.isStated() || places.isPlausible(there)));
    }

    private static Reading reading(MeterBook book, Instant at, BigDecimal value, BigDecimal offset, boolean stated) {
        return value == null ? null : book.judge(at, value.subtract(offset), stated);
    }

    private void take(Entry entry, Sample sample, Verdict verdict) {
        var at = sample.recordedAt();
        var movesHours = takes(hours, verdict.hours());
        var movesKm = takes(km, verdict.km());
        var movesFuel = sample.fuelPercent() != null && isNewer(at, fuelAt);
        if (movesFuel) {
            fuel = sample.fuelPercent();
            fuelAt = at;
        }
        var movesPlace = takesPlace(verdict, at);
        var isNewest = isNewer(at, newest);
        if (isNewest) {
            newest = at;
        }
        seen = true;
        taken.add(entry);
        if (isNewest || movesHours || movesKm || movesFuel || movesPlace) {
            moving.add(sample.only(movesFuel, movesHours, movesKm, movesPlace));
        }
    }

    private static boolean takes(MeterBook book, Reading reading) {
        if (reading == null) {
            return false;
        }
        book.take(reading);
        return reading.total() != null && reading.at().equals(book.totalAt());
    }

    private boolean takesPlace(Verdict verdict, Instant at) {
        if (verdict.place() == null) {
            return false;
        }
        places.take(verdict, verdict.place());
        var moves = verdict.positionCounts() && isNewer(at, place == null ? null : place.at());
        if (moves) {
            place = verdict.place();
        }
        return moves;
    }

    private static boolean isNewer(Instant at, Instant known) {
        return known == null || !at.isBefore(known);
    }

    /** The values after all. */
    Current after(Instant now) {
        return new Current(
                fuel,
                fuelAt,
                hours.total(),
                hours.totalAt() == null ? before.hoursAt() : hours.totalAt(),
                km.total(),
                place == null ? null : decimal(place.lat(), before.lat()),
                place == null ? null : decimal(place.lon(), before.lon()),
                place == null ? null : place.at(),
                seen ? now : before.lastSeenAt(),
                newest);
    }

    private static BigDecimal decimal(double degrees, BigDecimal same) {
        return same != null && same.doubleValue() == degrees
                ? same
                : BigDecimal.valueOf(degrees).setScale(7, RoundingMode.HALF_UP);
    }

    /** True for a machine that has no plans, meters or samples yet. */
    boolean isFirst() {
        return first;
    }

    /** True when the present values must be written by themselves. */
    boolean isToSave() {
        return seen && shown == null;
    }

    /** Hands the present values to the machine that shows them, if any. */
    void show(Instant now) {
        if (shown == null || !seen) {
            return;
        }
        after(now).show(shown);
        places.show(shown);
        shown.updatedAt = now;
    }

    /** What rules are told; null when nothing moved. */
    Moved moved(Instant now) {
        return moving.isEmpty() ? null : new Moved(facts, before, after(now), moving);
    }
}
