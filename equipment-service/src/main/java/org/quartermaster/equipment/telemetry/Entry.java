package org.quartermaster.equipment.telemetry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.quartermaster.equipment.reading.Sample;
import org.quartermaster.platform.problem.Problem.FieldError;

/** One sample while its chunk is being judged. */
final class Entry {
    private final Offer offer;
    private final int index;
    private final Sample sample;
    private Ledger ledger;
    private UUID key;
    private Verdict verdict;
    private Outcome outcome;

    /** @param sample the offered sample with its time set */
    Entry(Offer offer, int index, Sample sample) {
        this.offer = offer;
        this.index = index;
        this.sample = sample;
    }

    Offer offer() {
        return offer;
    }

    int index() {
        return index;
    }

    Sample sample() {
        return sample;
    }

    void belongsTo(Ledger machine) {
        ledger = machine;
        key = offer.storedKey() != null ? offer.storedKey() : SampleKey.of(machine.id(), sample);
    }

    Ledger ledger() {
        return ledger;
    }

    UUID key() {
        return key;
    }

    /** True where a person states a fact: without a time, or a total. */
    boolean isStated() {
        return offer.sample().recordedAt() == null || offer.mode() == Offer.Mode.TOTALS;
    }

    BigDecimal hoursOffset() {
        return offer.mode() == Offer.Mode.TOTALS ? ledger.hours().offset() : BigDecimal.ZERO;
    }

    BigDecimal kmOffset() {
        return offer.mode() == Offer.Mode.TOTALS ? ledger.km().offset() : BigDecimal.ZERO;
    }

    void judged(Verdict found) {
        verdict = found;
    }

    /** Null for a sample that was not taken. */
    Verdict verdict() {
        return verdict;
    }

    void ends(Outcome end) {
        outcome = end;
    }

    /** NB: made at the end for one that was taken, as a held jump may count by then. */
    Outcome outcome() {
        return outcome != null ? outcome : new Outcome(Outcome.Kind.ACCEPTED, ledger.id(), List.of(), warnings());
    }

    List<FieldError> warnings() {
        var warnings = new ArrayList<>(offer.warnings());
        if (verdict != null) {
            warnings.addAll(verdict.doubts());
        }
        return warnings;
    }
}
