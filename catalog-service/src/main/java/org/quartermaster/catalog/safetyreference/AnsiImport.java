package org.quartermaster.catalog.safetyreference;

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
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.job.JobRun;

/** Imports designations of consensus standards; no text of any comes with them. */
@Singleton
class AnsiImport extends ReferenceImport {
    private final DatabaseJson json;

    @Inject
    AnsiImport(ReferenceImports imports, DatabaseJson json) {
        super("ansi", imports);
        this.json = json;
    }

    @Override
    protected ImportReport merge(Connection connection, ImportOptions options, JobRun run)
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
