package org.quartermaster.equipment.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.problem.ProblemBody;

/** Counts what becomes of the samples of a batch; grows with its results alone, of which there are at most 1000. */
final class BatchTally {
    private static final int MOST_RESULTS = 1000;

    private final String batchId;
    private final boolean all;
    private final Locale language;
    private final List<BatchAnswer.Result> results = new ArrayList<>();
    private int received;
    private int accepted;
    private int duplicates;
    private int warned;
    private boolean truncated;

    /** @param all whether plainly accepted samples are listed too */
    BatchTally(String batchId, boolean all, Locale language) {
        this.batchId = batchId;
        this.all = all;
        this.language = language;
    }

    String batchId() {
        return batchId;
    }

    int received() {
        return received;
    }

    void add(List<Offer> offers, List<Outcome> outcomes) {
        for (var i = 0; i < offers.size(); i++) {
            count(offers.get(i), outcomes.get(i));
        }
    }

    private void count(Offer offer, Outcome outcome) {
        var index = received++;
        accepted += outcome.is(Outcome.Kind.ACCEPTED) ? 1 : 0;
        duplicates += outcome.is(Outcome.Kind.DUPLICATE) ? 1 : 0;
        warned += outcome.warnings().isEmpty() ? 0 : 1;
        var plain = outcome.is(Outcome.Kind.ACCEPTED) && outcome.warnings().isEmpty();
        if (plain && !all) {
            return;
        }
        if (results.size() == MOST_RESULTS) {
            truncated = true;
            return;
        }
        var sample = offer.sample();
        results.add(new BatchAnswer.Result(
                index,
                outcome.equipmentId(),
                sample == null ? null : sample.recordedAt(),
                sample == null ? null : sample.sampleId(),
                outcome.kind(),
                entries(index, outcome.errors()),
                entries(index, outcome.warnings())));
    }

    private List<ProblemBody.Entry> entries(int index, List<FieldError> errors) {
        return errors.stream()
                .map(error -> new FieldError(path(index, error.field()), error.code(), error.arguments()))
                .map(error -> ProblemBody.Entry.of(error, language))
                .toList();
    }

    private static String path(int index, String field) {
        return "samples[" + index + "]" + (field.isEmpty() ? "" : "." + field);
    }

    BatchAnswer answer() {
        return new BatchAnswer(
                batchId, received, accepted, duplicates, received - accepted - duplicates, warned, results, truncated);
    }
}
