package org.quartermaster.catalog.exchange;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.quartermaster.catalog.batch.FileRow;
import org.quartermaster.catalog.batch.RowOutcome;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.DatabaseFailure;
import org.quartermaster.platform.problem.Problem;

/** Takes the rows of a file a piece at a time, or each by itself in a piece that fails; a trial takes all of it back. */
final class ApartImport {
    private final ImportOrder order;
    private final Telling telling;
    private final boolean isTrial;
    private final ImportCounts counts;
    private Reading reading;

    ApartImport(ImportOrder order, Telling telling, boolean isTrial) {
        this.order = order;
        this.telling = telling;
        this.isTrial = isTrial;
        this.counts = new ImportCounts(isTrial ? null : order.run().checkpoint());
    }

    /** What a trial found, while its transaction is taken back. */
    private static final class Tried extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<RowOutcome> outcomes;

        Tried(List<RowOutcome> outcomes) {
            super(null, null, false, false);
            this.outcomes = outcomes;
        }
    }

    FileReport run() throws IOException {
        var run = order.run();
        try (var opened = order.open()) {
            reading = opened;
            if (counts.of("line") == 0) {
                run.write(unit -> ImportKeys.clear(unit, run.id()));
            }
            for (var rows = next(); !rows.isEmpty(); rows = next()) {
                take(rows);
                run.progress(counts.of("rows"), null);
            }
        }
        var report = order.report(counts, reading.ignored(), isTrial);
        run.write(unit -> ImportKeys.clear(unit, run.id()).chain(() -> finish(unit, report)));
        return report;
    }

    private List<FileRow> next() {
        return reading.next(counts.of("line"));
    }

    private Uni<Void> finish(UnitOfWork unit, FileReport report) {
        if (isTrial || counts.of("told") > 0) {
            return Uni.createFrom().voidItem();
        }
        order.complete(unit, report, counts);
        return order.run().checkpoint(unit, counts.place());
    }

    private void take(List<FileRow> rows) {
        var refused = new ArrayList<>(order.incomplete(rows));
        var taken = without(rows, refused);
        var later = order.run()
                .write(unit ->
                        ImportKeys.add(unit, order.run().id(), order.target().columns(), taken));
        taken.stream().filter(row -> later.contains(row.line())).forEach(row -> refused.add(twin(row)));
        try {
            settle(rows, without(rows, refused), refused);
        } catch (RuntimeException failure) {
            requireProblem(failure);
            eachByItself(rows, refused);
        }
    }

    private RowOutcome twin(FileRow row) {
        var key = order.target().columns().keys().get(0);
        return RowOutcome.rejected(row.line(), key, "reference.duplicate_row", row.text(key));
    }

    private static List<FileRow> without(List<FileRow> rows, List<RowOutcome> refused) {
        Set<Long> lines = new HashSet<>();
        refused.forEach(outcome -> lines.add(outcome.line()));
        return rows.stream().filter(row -> !lines.contains(row.line())).toList();
    }

    private void eachByItself(List<FileRow> rows, List<RowOutcome> refused) {
        for (var row : rows) {
            var known = refused.stream()
                    .filter(outcome -> outcome.line() == row.line())
                    .toList();
            try {
                settle(List.of(row), known.isEmpty() ? List.of(row) : List.of(), known);
            } catch (RuntimeException failure) {
                settle(List.of(row), List.of(), List.of(RowOutcome.rejected(row.line(), requireProblem(failure))));
            }
        }
    }

    private static Problem requireProblem(RuntimeException failure) {
        var problem = failure instanceof Problem refused ? refused : DatabaseFailure.find(failure);
        if (problem == null) {
            throw failure;
        }
        return problem;
    }

    /**
     * Writes what is taken of the rows.
     * NB: what became of all rows is kept with them, so that a later run neither loses nor doubles one.
     */
    private void settle(List<FileRow> rows, List<FileRow> taken, List<RowOutcome> refused) {
        try {
            order.run().write(unit -> order.write(unit, taken).chain(written -> {
                var outcomes = new ArrayList<>(refused);
                outcomes.addAll(written);
                return keep(unit, rows, outcomes);
            }));
        } catch (Tried trial) {
            order.count(counts, reading, rows, trial.outcomes);
            counts.reached(rows.get(rows.size() - 1).line());
        }
    }

    private Uni<Void> keep(UnitOfWork unit, List<FileRow> rows, List<RowOutcome> outcomes) {
        if (isTrial) {
            return Uni.createFrom().failure(new Tried(outcomes));
        }
        var place = new ImportCounts(counts.place());
        order.count(place, reading, rows, outcomes);
        place.reached(rows.get(rows.size() - 1).line());
        telling.tell(unit, order.run().id(), outcomes, place);
        return order.run().checkpoint(unit, place.place()).invoke(() -> counts.become(place));
    }
}
