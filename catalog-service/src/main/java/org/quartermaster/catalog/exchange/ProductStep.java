package org.quartermaster.catalog.exchange;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.catalog.product.ImportedOutcome;
import org.quartermaster.catalog.product.ImportedProduct;
import org.quartermaster.catalog.product.ProductBatch;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.job.JobError;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.problem.DatabaseFailure;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;

/** Takes rows of a file of articles: all of a piece in one transaction, or each by itself where that fails. */
final class ProductStep {
    private final JobRun run;
    private final ProductBatch products;
    private final ImportCounts counts;
    private final boolean isTrial;
    private final Telling telling;

    ProductStep(JobRun run, ProductBatch products, ImportCounts counts, boolean isTrial, Telling telling) {
        this.run = run;
        this.products = products;
        this.counts = counts;
        this.isTrial = isTrial;
        this.telling = telling;
    }

    /** What a trial found, while its transaction is taken back. */
    private static final class Tried extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<ImportedOutcome> outcomes;

        Tried(List<ImportedOutcome> outcomes) {
            super(null, null, false, false);
            this.outcomes = outcomes;
        }
    }

    void begin() {
        if (counts.of("line") == 0) {
            end();
        }
    }

    void end() {
        run.write(unit -> ImportKeys.clear(unit, run.id()));
    }

    void take(List<ImportedProduct> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var later = run.write(unit -> ImportKeys.add(
                unit, run.id(), rows.stream().filter(row -> !row.sku().isEmpty()).toList()));
        var taken = new ArrayList<ImportedProduct>();
        var refused = new ArrayList<ImportedOutcome>();
        for (var row : rows) {
            if (later.contains(row.line())) {
                refused.add(rejected(row, new FieldError("sku", "reference.duplicate_row", row.sku())));
            } else {
                taken.add(row);
            }
        }
        refused.forEach(this::count);
        piece(taken, rows.get(rows.size() - 1).line());
        run.progress(counts.of("rows"), null);
    }

    private static ImportedOutcome rejected(ImportedProduct row, FieldError error) {
        return ImportedOutcome.rejected(row.line(), List.of(error));
    }

    /** @param last line that is done when the rows are */
    private void piece(List<ImportedProduct> rows, long last) {
        try {
            written(rows, last).forEach(this::count);
        } catch (RuntimeException failure) {
            var problem = problem(failure);
            if (problem == null) {
                throw failure;
            }
            if (rows.size() > 1) {
                rows.forEach(row -> piece(List.of(row), row.line()));
            } else {
                count(ImportedOutcome.rejected(rows.get(0).line(), errors(problem)));
            }
        }
    }

    private static Problem problem(RuntimeException failure) {
        return failure instanceof Problem problem ? problem : DatabaseFailure.find(failure);
    }

    private static List<FieldError> errors(Problem problem) {
        return problem.errors().isEmpty()
                ? List.of(new FieldError("", problem.type().code(), problem.arguments()))
                : problem.errors();
    }

    /** NB: the counts of the rows are kept with the rows, so that a later run neither loses nor doubles them. */
    private List<ImportedOutcome> written(List<ImportedProduct> rows, long last) {
        try {
            return run.write(unit -> write(unit, copies(rows)).call(outcomes -> keep(unit, outcomes, last)));
        } catch (Tried trial) {
            return trial.outcomes;
        }
    }

    private static List<ImportedProduct> copies(List<ImportedProduct> rows) {
        return rows.stream()
                .map(row -> new ImportedProduct(row.line(), row.cells().deepCopy()))
                .toList();
    }

    private Uni<List<ImportedOutcome>> write(UnitOfWork unit, List<ImportedProduct> rows) {
        return ProductReferences.resolve(unit, rows).chain(() -> {
            var known = rows.stream()
                    .filter(row -> ProductReferences.unknown(row) == null)
                    .toList();
            return products.write(unit, known, run.id()).map(outcomes -> {
                var all = new ArrayList<>(outcomes);
                rows.stream()
                        .filter(row -> ProductReferences.unknown(row) != null)
                        .map(row -> rejected(row, new FieldError(ProductReferences.unknown(row), "reference.unknown")))
                        .forEach(all::add);
                return all;
            });
        });
    }

    private Uni<Void> keep(UnitOfWork unit, List<ImportedOutcome> outcomes, long last) {
        if (isTrial) {
            return Uni.createFrom().failure(new Tried(outcomes));
        }
        var place = new ImportCounts(counts.place());
        outcomes.forEach(place::count);
        place.reached(last);
        return telling.tell(unit, run.id(), outcomes, place)
                .chain(() -> run.checkpoint(unit, place.place()))
                .invoke(() -> {
                    counts.add("material", place.of("material") - counts.of("material"));
                    counts.add("sent", place.of("sent") - counts.of("sent"));
                    counts.reached(last);
                });
    }

    private void count(ImportedOutcome outcome) {
        counts.count(outcome);
        outcome.errors().forEach(error -> run.error(JobError.at(outcome.line(), error)));
    }
}
