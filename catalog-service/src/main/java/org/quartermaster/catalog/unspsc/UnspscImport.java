package org.quartermaster.catalog.unspsc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.quartermaster.catalog.classification.ClassSystem;
import org.quartermaster.catalog.classification.ModelPublication;
import org.quartermaster.catalog.product.ProductRefresh;
import org.quartermaster.catalog.reference.ImportOptions;
import org.quartermaster.catalog.reference.ImportReport;
import org.quartermaster.catalog.reference.ReferenceImports;
import org.quartermaster.catalog.reference.Tally;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.security.Roles;

/** Imports UNSPSC codes; twice has the effect of once. */
@ApplicationScoped
class UnspscImport implements JobKind {
    private final ReferenceImports imports;
    private final ModelPublication models;
    private final ProductRefresh articles;

    @Inject
    UnspscImport(ReferenceImports imports, ModelPublication models, ProductRefresh articles) {
        this.imports = imports;
        this.models = models;
        this.articles = articles;
    }

    @Override
    public String name() {
        return "import.unspsc";
    }

    @Override
    public String role() {
        return Roles.DATA_ADMIN;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Outcome run(JobRun run) throws IOException, SQLException {
        var outcome = imports.run(run, (connection, options) -> {
            var report = merge(connection, options, run);
            articles.ofClasses(connection);
            return report;
        });
        if (ReferenceImports.hasChanged(outcome)) {
            models.publish(run, ClassSystem.UNSPSC);
        }
        return outcome;
    }

    private static ImportReport merge(Connection connection, ImportOptions options, JobRun run)
            throws IOException, SQLException {
        var table = new UnspscTable(connection);
        var known = table.read();
        var tally = new Tally<>(known, run::error);
        new UnspscFile(known, options.release(), tally).read(run.input());
        table.save(tally.changed());
        if (options.full()) {
            var gone = known.values().stream()
                    .filter(code -> code.isActive() && !tally.hasSeen(code.code()))
                    .map(ListedCode::code)
                    .toList();
            table.delete(gone);
            tally.deleted(gone.size());
        }
        return tally.report("unspsc", options.dryRun());
    }
}
