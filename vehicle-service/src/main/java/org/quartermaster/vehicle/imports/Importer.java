package org.quartermaster.vehicle.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.spool.Spool;
import org.quartermaster.vehicle.feed.FeedReader;
import org.quartermaster.vehicle.feed.FileRejected;
import org.quartermaster.vehicle.load.Counts;
import org.quartermaster.vehicle.load.Load;
import org.quartermaster.vehicle.load.LoadOrder;

/** Takes a spool file through reading and merging, all in one transaction. Blocking. */
@ApplicationScoped
class Importer {
    private final SystemWrites writes;
    private final Runs runs;
    private final Spool spool;
    private final ImportReport report;
    private final FeedSetting setting;
    private final ImportConfig config;
    private final ObjectMapper json;

    @Inject
    Importer(
            SystemWrites writes,
            Runs runs,
            Spool spool,
            ImportReport report,
            FeedSetting setting,
            ImportConfig config,
            ObjectMapper json) {
        this.writes = writes;
        this.runs = runs;
        this.spool = spool;
        this.report = report;
        this.setting = setting;
        this.config = config;
        this.json = json;
    }

    /**
     * How an import ended.
     *
     * @param code why the file was rejected; null when it was loaded
     */
    record Ending(Counts counts, String code) {}

    /** Ends a transaction whose work is not to stay. */
    private static final class DryRun extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient ImportReport.Done done;

        DryRun(ImportReport.Done done) {
            super(null, null, false, false);
            this.done = done;
        }
    }

    Ending run(JobRun run, RunOrder order) throws SQLException, IOException, FileRejected {
        var file = order.file();
        if (file.isCorrupt()) {
            return new Ending(null, "corrupt_archive");
        }
        if (!isThere(order)) {
            return new Ending(null, "interrupted");
        }
        try {
            return writes.<Ending, Exception>write(run.caller(), unit -> load(run, order, unit));
        } catch (DryRun dry) {
            report.keepDry(order, dry.done);
            return new Ending(dry.done.counts(), dry.done.code());
        } catch (SQLException | IOException | FileRejected | RuntimeException known) {
            throw known;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A file that another run left behind is read once more before it is believed. */
    private boolean isThere(RunOrder order) throws IOException {
        var file = spool.file(order.id());
        if (!Files.exists(file) || Files.size(file) != order.file().bytes()) {
            return false;
        }
        return order.attempt() == 1 && order.state().equals("queued") || spool.isWhole(order.file());
    }

    private Ending load(JobRun run, RunOrder order, SystemWrites.Unit unit)
            throws SQLException, IOException, FileRejected {
        var connection = unit.connection();
        var progress = new ImportProgress(run, order.file().bytes());
        progress.validating();
        run.guard(connection);
        runs.hold(connection, order);
        try (var input = new BufferedInputStream(Files.newInputStream(spool.file(order.id())), 1 << 16)) {
            var reader = FeedReader.open(input, setting.of(connection, order.snapshotAt()));
            runs.loading(order);
            report.enter(connection, order);
            var load = new Load(
                    connection,
                    new LoadOrder(order.id(), order.source(), order.snapshotAt(), order.isSnapshot()),
                    config.gate().rule(),
                    reader.header(),
                    json);
            progress.copying();
            readAll(reader, load, progress);
            var isBad = load.quarantined() > config.badRows() && load.quarantined() > load.read() * config.badShare();
            var result = isBad ? load.refuse() : load.merge(progress::merging);
            var done =
                    new ImportReport.Done(result.counts(), result.gate(), reader, isBad ? "too_many_bad_rows" : null);
            if (order.dryRun()) {
                throw new DryRun(done);
            }
            report.keep(unit, order, done);
            return new Ending(result.counts(), done.code());
        }
    }

    private static void readAll(FeedReader reader, Load load, ImportProgress progress)
            throws SQLException, IOException {
        try {
            for (var line = reader.next(); line != null; line = reader.next()) {
                load.add(line);
                progress.copied(line.verdict(), reader.bytesRead());
            }
        } catch (IOException | RuntimeException stopped) {
            load.cancel();
            throw stopped;
        }
    }
}
