package org.quartermaster.catalog.safetyreference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.quartermaster.catalog.reference.ImportOptions;
import org.quartermaster.catalog.reference.ImportReport;
import org.quartermaster.catalog.reference.ReferenceImports;
import org.quartermaster.catalog.reference.Tally;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.security.Roles;

/** Imports designations of consensus standards; no text of any comes with them. */
@ApplicationScoped
class AnsiImport implements JobKind {
    private final ReferenceImports imports;
    private final DatabaseJson json;

    @Inject
    AnsiImport(ReferenceImports imports, DatabaseJson json) {
        this.imports = imports;
        this.json = json;
    }

    @Override
    public String name() {
        return "import.ansi";
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
        return imports.run(run, (connection, options) -> merge(connection, options, run));
    }

    private ImportReport merge(Connection connection, ImportOptions options, JobRun run)
            throws IOException, SQLException {
        var table = new AnsiTable(connection, json);
        var known = table.read();
        var tally = new Tally<>(known, run::error);
        var file = new AnsiFile(known, tally);
        file.read(run.input());
        table.save(tally.changed(), file.descriptions());
        if (options.full()) {
            tally.deleted(table.delete(tally.unseen()));
        }
        return tally.report("ansi", options.dryRun());
    }
}
