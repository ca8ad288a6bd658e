package org.quartermaster.catalog.classification;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.quartermaster.catalog.reference.ImportOptions;
import org.quartermaster.catalog.reference.ImportReport;
import org.quartermaster.catalog.reference.ReferenceImport;
import org.quartermaster.catalog.reference.ReferenceImports;
import org.quartermaster.catalog.reference.Tally;
import org.quartermaster.platform.job.JobRun;

/** Imports names of which the code is known, for all tenants. */
@Singleton
class ExampleImport extends ReferenceImport {
    private final ModelPublication models;

    @Inject
    ExampleImport(ReferenceImports imports, ModelPublication models) {
        super("examples", imports);
        this.models = models;
    }

    @Override
    protected void changed(JobRun run) throws SQLException {
        for (var system : ClassSystem.values()) {
            models.publish(run, system);
        }
    }

    @Override
    protected ImportReport merge(Connection connection, ImportOptions options, JobRun run)
            throws IOException, SQLException {
        var table = new ExampleTable(connection);
        var tally = new Tally<>(table.read(), run::error);
        var file = new ExampleFile(table.codes(), tally);
        file.read(run.input());
        table.list(file.unlisted());
        table.save(tally.changed());
        return tally.report("examples", options.dryRun());
    }
}
