package org.quartermaster.catalog.exchange;

import java.io.IOException;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.security.Roles;

/**
 * Imports files of one kind: some hundred rows in each transaction, so that a later run goes on behind the last of them,
 * or all of them in one.
 */
final class FileImport implements JobKind {
    private final ImportTarget target;
    private final Telling telling;
    private final Writes writes;

    FileImport(ImportTarget target, Telling telling, Writes writes) {
        this.target = target;
        this.telling = telling;
        this.writes = writes;
    }

    static String name(String kind) {
        return "import." + kind;
    }

    @Override
    public String name() {
        return name(target.kind());
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
        var order = new ImportOrder(run, target, settings, FileMapping.stored(settings.mapping(), target.columns()));
        if (settings.dryRun()) {
            return outcome(settings, new ApartImport(order, telling, true).run());
        }
        if (!settings.atomic()) {
            return outcome(settings, new ApartImport(order, telling, false).run());
        }
        if (run.checkpoint() == null) {
            var tried = new ApartImport(order, telling, true).run();
            if (tried.rejected() > 0) {
                return Outcome.failed(tried);
            }
        }
        return outcome(settings, new WholeImport(order, telling, writes).run());
    }

    private static Outcome outcome(ImportSettings settings, FileReport report) {
        var isRefused = report.rejected() > 0 && (settings.atomic() || report.rejected() == report.rows());
        return isRefused ? Outcome.failed(report) : Outcome.succeeded(report);
    }
}
