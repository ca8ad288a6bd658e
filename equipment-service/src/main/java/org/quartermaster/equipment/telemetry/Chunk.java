package org.quartermaster.equipment.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.quartermaster.equipment.meter.Meter;
import org.quartermaster.equipment.meter.MeterBook;
import org.quartermaster.platform.problem.Problem.FieldError;

/** The samples of one transaction, and the machines that they belong to. */
public final class Chunk {
    static final Duration AHEAD = Duration.ofMinutes(10);
    static final Duration OLDEST = Duration.ofDays(400);

    private final Instant now;
    private final String batchId;
    private final boolean part;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Reference, Ledger> byReference = new HashMap<>();
    private final Map<String, Ledger> ledgers = new LinkedHashMap<>();

    /** @param batchId null for single calls */
    Chunk(Instant now, String batchId, List<Offer> offers) {
        this(now, batchId, offers, false);
    }

    /** @param part whether other chunks of the batch come, so that its events must wait for them */
    Chunk(Instant now, String batchId, List<Offer> offers, boolean part) {
        this.now = now;
        this.batchId = batchId;
        this.part = part;
        for (var offer : offers) {
            var stated = offer.sample() != null && offer.sample().recordedAt() == null;
            entries.add(new Entry(offer, entries.size(), stated ? offer.sample().at(now) : offer.sample()));
        }
    }

    Instant now() {
        return now;
    }

    String batchId() {
        return batchId;
    }

    boolean isPart() {
        return part;
    }

    List<Entry> entries() {
        return entries;
    }

    Stream<Reference> references() {
        return entries.stream()
                .map(entry -> entry.offer().machine())
                .filter(machine -> machine != null)
                .distinct();
    }

    /** A machine is known by each of its names. */
    void add(Ledger ledger, List<Reference> names) {
        ledgers.put(ledger.id(), ledger);
        names.forEach(name -> byReference.put(name, ledger));
    }

    /** The machines in the order of their ids. */
    List<Ledger> ledgers() {
        return List.copyOf(ledgers.values());
    }

    Ledger ledger(String id) {
        return ledgers.get(id);
    }

    /** Hands the samples that can be read to their machines, and refuses the others. */
    void assign() {
        for (var entry : entries) {
            var ledger = byReference.get(entry.offer().machine());
            var errors = errors(entry, ledger);
            if (errors.isEmpty()) {
                ledger.add(entry);
            } else {
                entry.ends(Outcome.rejected(ledger == null ? null : ledger.id(), errors));
            }
        }
    }

    private List<FieldError> errors(Entry entry, Ledger ledger) {
        var errors = new ArrayList<>(entry.offer().errors());
        var machine = entry.offer().machine();
        if (ledger == null && machine != null) {
            errors.add(new FieldError(machine.kind().name().toLowerCase(Locale.ROOT), "unknown_equipment"));
        }
        var at = entry.sample() == null ? null : entry.sample().recordedAt();
        if (at != null && at.isAfter(now.plus(AHEAD))) {
            errors.add(new FieldError("recorded_at", "in_future"));
        }
        if (at != null && at.isBefore(now.minus(OLDEST))) {
            errors.add(new FieldError("recorded_at", "too_old"));
        }
        return errors;
    }

    /** The samples that the history may hold already, or newer ones: machine by machine, in the order of device time. */
    List<Entry> late() {
        return ledgers.values().stream()
                .flatMap(ledger -> ledger.entries().stream()
                        .filter(ledger::isLate)
                        .filter(entry -> !entry.sample().isEmpty())
                        .sorted(Comparator.comparing(
                                (Entry entry) -> entry.sample().recordedAt())))
                .toList();
    }

    /** Judges all samples; machines of the session show their values then. */
    void judge() {
        ledgers.values().forEach(Ledger::judge);
        ledgers.values().forEach(ledger -> ledger.show(now));
    }

    /** The open meters that samples changed. */
    Stream<Meter> touchedMeters() {
        return ledgers.values().stream()
                .flatMap(ledger -> Stream.of(ledger.hours(), ledger.km()))
                .filter(MeterBook::isTouched)
                .map(MeterBook::open);
    }

    /** The new samples of all machines. */
    Stream<Entry> taken() {
        return ledgers.values().stream().flatMap(ledger -> ledger.taken().stream());
    }

    Stream<Entry> rejected() {
        return entries.stream().filter(entry -> entry.outcome().is(Outcome.Kind.REJECTED));
    }

    List<Outcome> outcomes() {
        return entries.stream().map(Entry::outcome).toList();
    }
}
