package org.quartermaster.catalog.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.job.JobKind.Outcome;
import org.quartermaster.platform.job.JobRun;

/** Runs the imports of reference lists, each in one transaction of the system role. */
@ApplicationScoped
public class ReferenceImports {
    private final SystemWrites writes;
    private final ImportLog log;

    @Inject
    ReferenceImports(SystemWrites writes, ImportLog log) {
        this.writes = writes;
        this.log = log;
    }

    /** Brings a file into the tables. */
    @FunctionalInterface
    public interface Merge {
        ImportReport run(Connection connection, ImportOptions options) throws SQLException, IOException;
    }

    /** Merges the file of a job; a dry run, and one that is to be whole and is not, leave everything as it was. */
    public Outcome run(JobRun run, Merge merge) throws SQLException, IOException {
        var options = ImportOptions.of(run.parameters());
        var report = writes.<ImportReport, IOException>write(run.caller(), unit -> {
            run.guard(unit.connection());
            var done = merge.run(unit.connection(), options);
            if (options.dryRun() || isRefused(options, done)) {
                unit.connection().rollback();
            } else {
                unit.changes()
                        .add(Change.eventOnly("import", run.id(), "completed", ImportCompleted.of(run.id(), done), null)
                                .forAll(run.caller()));
                log.imported(unit.connection(), run.caller(), run.id(), unit.now(), done);
            }
            return done;
        });
        run.progress(report.rows(), report.rows());
        return isRefused(options, report) ? Outcome.failed(report) : Outcome.succeeded(report);
    }

    private static boolean isRefused(ImportOptions options, ImportReport report) {
        return report.rejected() > 0 && (options.atomic() || report.rejected() == report.rows());
    }

    /** Whether the tables are other than before. */
    static boolean hasChanged(Outcome outcome) {
        return outcome.succeeded()
                && outcome.result() instanceof ImportReport report
                && !report.dryRun()
                && report.changed() > 0;
    }
}
