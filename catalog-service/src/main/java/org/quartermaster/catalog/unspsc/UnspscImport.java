package org.quartermaster.catalog.unspsc;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.quartermaster.catalog.classification.ClassSystem;
import org.quartermaster.catalog.classification.ModelPublication;
import org.quartermaster.catalog.product.ProductRefresh;
import org.quartermaster.catalog.reference.ImportOptions;
import org.quartermaster.catalog.reference.ImportReport;
import org.quartermaster.catalog.reference.ReferenceImport;
import org.quartermaster.catalog.reference.ReferenceImports;
import org.quartermaster.catalog.reference.Tally;
import org.quartermaster.platform.job.JobRun;

/** Imports UNSPSC codes; twice has the effect of once. */
@Singleton
class UnspscImport extends ReferenceImport {
    private final ModelPublication models;
    private final ProductRefresh articles;

    @Inject
    UnspscImport(ReferenceImports imports, ModelPublication models, ProductRefresh articles) {
        super("unspsc", imports);
        this.models = models;
        this.articles = articles;
    }

    @Override
    protected void changed(JobRun run) throws SQLException {
        models.publish(run, ClassSystem.UNSPSC);
    }

    @Override
    protected ImportReport merge(Connection connection, ImportOptions options, JobRun run)
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
        articles.ofClasses(connection);
        return tally.report("unspsc", options.dryRun());
    }
}
