package org.quartermaster.catalog.classification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.quartermaster.catalog.reference.ImportOptions;
import org.quartermaster.catalog.reference.ImportReport;
import org.quartermaster.catalog.reference.ReferenceImports;
import org.quartermaster.catalog.reference.Tally;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.security.Roles;

/** Imports names of which the code is known, for all tenants. */
@ApplicationScoped
class ExampleImport implements JobKind {
    private final ReferenceImports imports;
    private final ModelPublication models;

    @Inject
    ExampleImport(ReferenceImports imports, ModelPublication models) {
        this.imports = imports;
        this.models = models;
    }

    @Override
    public String name() {
        return "import.examples";
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
        var outcome = imports.run(run, (connection, options) -> merge(connection, options, run));
        if (ReferenceImports.hasChanged(outcome)) {
            for (var system : ClassSystem.values()) {
                models.publish(run, system);
            }
        }
        return outcome;
    }

    private static ImportReport merge(Connection connection, ImportOptions options, JobRun run)
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
