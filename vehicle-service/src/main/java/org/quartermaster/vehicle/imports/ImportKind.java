package org.quartermaster.vehicle.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.job.JobError;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.platform.spool.Spool;
import org.quartermaster.vehicle.feed.FileRejected;

/**
 * Imports one file. Its job's lease and heartbeat are those of the run; a run whose worker died is begun again from its
 * spool file, for nothing of it was committed.
 */
@ApplicationScoped
class ImportKind implements JobKind {
    static final String NAME = "vehicle.import";

    private final Runs runs;
    private final Importer importer;
    private final Spool spool;
    private final ImportMeters meters;

    @Inject
    ImportKind(Runs runs, Importer importer, Spool spool, ImportMeters meters) {
        this.runs = runs;
        this.importer = importer;
        this.spool = spool;
        this.meters = meters;
    }

    @Override
    public String name() {
        return NAME;
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
    public Outcome run(JobRun run) throws Exception {
        var id = UUID.fromString(run.id());
        var order = runs.read(id);
        if (order.isClosed()) {
            return closed(run, order);
        }
        if (isElsewhere(order) || runs.mustWait(order)) {
            throw run.postponed();
        }
        runs.begin(order);
        try {
            return end(run, order, importer.run(run, order));
        } catch (FileRejected rejected) {
            return reject(run, order, Words.of(rejected.reason()), String.join(", ", rejected.names()));
        }
    }

    /** NB: its worker was killed between the end of the run and that of its job. */
    private Outcome closed(JobRun run, RunOrder order) {
        spool.drop(order.id());
        if (order.isDone()) {
            return Outcome.succeeded(order.counts());
        }
        run.error(JobError.of(null, null, order.error() == null ? "interrupted" : order.error()));
        return Outcome.failed(null);
    }

    /** Where replicas have spools of their own, the one with the file takes its import as long as it lives. */
    private boolean isElsewhere(RunOrder order) {
        return !spool.has(order.id()) && !order.isSilent();
    }

    private Outcome end(JobRun run, RunOrder order, Importer.Ending ending) throws SQLException {
        if (ending.code() == null) {
            spool.drop(order.id());
            meters.ended(order.id());
            return Outcome.succeeded(ending.counts());
        }
        return reject(run, order, ending.code(), null);
    }

    /** NB: the run shows why; its job shows it as an error. The file stays for a while, to be tried again. */
    private Outcome reject(JobRun run, RunOrder order, String code, String detail) throws SQLException {
        runs.close(run.caller(), order, code, detail);
        meters.ended(order.id());
        run.error(JobError.of(null, null, code, detail == null ? new Object[0] : new Object[] {detail}));
        return Outcome.failed(null);
    }
}
