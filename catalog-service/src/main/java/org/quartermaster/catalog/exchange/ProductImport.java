package org.quartermaster.catalog.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import org.quartermaster.catalog.product.ImportedProduct;
import org.quartermaster.catalog.product.ProductBatch;
import org.quartermaster.catalog.reference.ImportCompleted;
import org.quartermaster.catalog.reference.ImportReport;
import org.quartermaster.catalog.reference.ReferenceTable;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.security.Roles;

/** Imports a file of articles, some hundred rows in each transaction; goes on behind the last of them. */
@ApplicationScoped
class ProductImport implements JobKind {
    static final String NAME = "import.products";

    private static final String KIND = "products";
    private static final int PIECE = 200;

    private final ProductBatch products;
    private final Telling telling;

    @Inject
    ProductImport(ProductBatch products, Telling telling) {
        this.products = products;
        this.telling = telling;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String role() {
        return Roles.MANAGER;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Outcome run(JobRun run) throws IOException {
        var settings = ImportSettings.of(run.parameters());
        if (settings.dryRun() || settings.atomic() && run.checkpoint() == null) {
            var checked = pass(run, true).report(KIND, settings.dryRun());
            if (settings.dryRun() || checked.rejected() > 0) {
                return isRefused(settings, checked) ? Outcome.failed(checked) : Outcome.succeeded(checked);
            }
        }
        var counts = pass(run, false);
        var report = counts.report(KIND, false);
        if (counts.of("told") == 0) {
            counts.add("told", 1);
            run.write(unit -> {
                unit.changed(Change.of("import", run.id(), "completed", completed(run, report, counts), null));
                return run.checkpoint(unit, counts.place());
            });
        }
        return isRefused(settings, report) ? Outcome.failed(report) : Outcome.succeeded(report);
    }

    private static boolean isRefused(ImportSettings settings, ImportReport report) {
        return report.rejected() > 0 && (settings.atomic() || report.rejected() == report.rows());
    }

    /** All rows, either only tried or written. */
    private ImportCounts pass(JobRun run, boolean isTrial) throws IOException {
        var counts = new ImportCounts(isTrial ? null : run.checkpoint());
        var step = new ProductStep(run, products, counts, isTrial, telling);
        try (var table = ReferenceTable.open(run.input())) {
            var columns = ProductColumns.of(table.columns());
            step.begin();
            var rows = new ArrayList<ImportedProduct>();
            for (var row = table.next(); row != null; row = table.next()) {
                if (row.line() > counts.of("line")) {
                    rows.add(new ImportedProduct(row.line(), columns.cells(row)));
                }
                if (rows.size() == PIECE) {
                    step.take(rows);
                    rows.clear();
                }
            }
            step.take(rows);
        }
        step.end();
        return counts;
    }

    private static ImportCompleted completed(JobRun run, ImportReport report, ImportCounts counts) {
        return new ImportCompleted(
                run.id(),
                KIND,
                report.rows(),
                report.created(),
                report.updated(),
                report.unchanged(),
                report.rejected(),
                report.skipped(),
                counts.of("material"),
                counts.of("sent"));
    }
}
