package org.quartermaster.catalog.exchange;

import io.smallrye.mutiny.Uni;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quartermaster.catalog.batch.FileRow;
import org.quartermaster.catalog.batch.RowOutcome;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.job.JobError;
import org.quartermaster.platform.job.JobRun;

/** One file to be imported, and what is done with a piece of its rows in a transaction. */
record ImportOrder(JobRun run, ImportTarget target, ImportSettings settings, FileMapping mapping) {
    /** Opens the file at its beginning. */
    Reading open() throws IOException {
        var start = new BufferedInputStream(run.input());
        var table = WorkbookSource.isWorkbook(start)
                ? WorkbookSource.open(run::input)
                : CsvSource.open(start, settings.encoding());
        try {
            return Reading.of(table, target.columns(), mapping);
        } catch (RuntimeException refused) {
            table.close();
            throw refused;
        }
    }

    /** The rows that lack what each row needs. */
    List<RowOutcome> incomplete(List<FileRow> rows) {
        var incomplete = new ArrayList<RowOutcome>();
        for (var row : rows) {
            target.columns().required().stream()
                    .filter(oneOf ->
                            oneOf.stream().allMatch(field -> row.text(field).isEmpty()))
                    .findFirst()
                    .ifPresent(oneOf -> incomplete.add(RowOutcome.rejected(row.line(), oneOf.get(0), "missing")));
        }
        return incomplete;
    }

    /** Writes the rows as they are now; they may be written again from their copies. */
    Uni<List<RowOutcome>> write(UnitOfWork unit, List<FileRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var copies = rows.stream().map(FileRow::copy).toList();
        return WordLookup.resolve(unit, copies, target.lookups())
                .chain(() -> target.supply(unit, copies, mapping))
                .chain(() -> {
                    var outcomes = new ArrayList<RowOutcome>();
                    var known = new ArrayList<FileRow>();
                    copies.forEach(row -> sort(row, known, outcomes));
                    return target.write(unit, known, mapping, run.id()).map(written -> {
                        outcomes.addAll(written);
                        return all(rows, outcomes);
                    });
                });
    }

    private void sort(FileRow row, List<FileRow> known, List<RowOutcome> outcomes) {
        target.lookups().stream()
                .filter(lookup -> row.cells().has(lookup.field()))
                .findFirst()
                .ifPresentOrElse(
                        lookup -> outcomes.add(RowOutcome.rejected(row.line(), lookup.field(), "reference.unknown")),
                        () -> known.add(row));
    }

    /** The outcomes with what was seen while the rows were read. */
    private static List<RowOutcome> all(List<FileRow> rows, List<RowOutcome> outcomes) {
        var byLine = rows.stream().collect(Collectors.toMap(FileRow::line, Function.identity()));
        return outcomes.stream()
                .map(outcome -> {
                    var noted = outcome;
                    for (var note : byLine.get(outcome.line()).notes()) {
                        noted = noted.noting(note);
                    }
                    return noted;
                })
                .toList();
    }

    /** Counts outcomes and notes what is wrong, by the columns of the file. */
    void count(ImportCounts counts, Reading reading, List<FileRow> rows, List<RowOutcome> outcomes) {
        Map<Long, FileRow> byLine = rows.stream().collect(Collectors.toMap(FileRow::line, Function.identity()));
        for (var outcome : outcomes) {
            counts.count(outcome);
            for (var error : outcome.errors()) {
                var value = byLine.get(outcome.line()).cells().path(error.field());
                run.error(JobError.at(outcome.line(), error)
                        .in(reading.place(error.field()))
                        .with(value.isTextual() ? value.textValue() : null));
            }
        }
    }

    FileReport report(ImportCounts counts, List<String> ignored, boolean isTrial) {
        return FileReport.of(target.kind(), isTrial && settings.dryRun(), counts, ignored);
    }

    /** Tells, once, that the import is done. */
    void complete(UnitOfWork unit, FileReport report, ImportCounts counts) {
        unit.changed(Change.of("import", run.id(), "completed", report.completed(run.id(), counts), null));
        counts.add("told", 1);
    }
}
