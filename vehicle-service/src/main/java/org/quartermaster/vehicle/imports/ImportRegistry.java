package org.quartermaster.vehicle.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.spool.Spool;

/** The registry of files and runs: one effect per file and source. Blocking. */
@ApplicationScoped
class ImportRegistry {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 21))";
    private static final String SAME = """
            select r.run_id, f.state from raw.csv_files f
            join audit.etl_runs r on r.file_id = f.file_id
            where f.source = ? and f.sha256 = ? and f.state in ('received', 'validating', 'loading', 'loaded')
            order by r.created_at desc limit 1
            """;
    private static final String FILE = """
            insert into raw.csv_files (file_id, path, sha256, bytes, source, snapshot_at, mode, compression, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String RUN = """
            insert into audit.etl_runs (run_id, file_id, status, dry_run, started_by, about)
            values (?, ?, 'queued', ?, ?, cast(? as jsonb))
            """;

    /** What the job of a run says counts; the job's worker may have died without a word to the run. */
    private static final String SETTLE = """
            with over as (
              update audit.etl_runs r set status = case j.state when 'cancelled' then 'cancelled' else 'failed' end,
                error_code = case j.state when 'cancelled' then null else coalesce(r.error_code, 'interrupted') end,
                completed_at = j.finished_at
              from platform.job j
              where r.status in ('queued', 'running') and j.kind = ? and j.job_id = cast(r.run_id as text)
                and j.state in ('failed', 'cancelled')
              returning r.run_id, r.file_id, r.status, r.error_code, r.dry_run
            ), files as (
              update raw.csv_files f set state = o.status, error_code = o.error_code
              from over o where f.file_id = o.file_id
            )
            select run_id from over where status = 'failed' and not dry_run
            """;

    private final SystemWrites writes;
    private final SystemConnection database;
    private final Jobs jobs;
    private final Runs runs;
    private final ObjectMapper json;

    @Inject
    ImportRegistry(SystemWrites writes, SystemConnection database, Jobs jobs, Runs runs, ObjectMapper json) {
        this.writes = writes;
        this.database = database;
        this.jobs = jobs;
        this.runs = runs;
        this.json = json;
    }

    /**
     * The import that a file belongs to.
     *
     * @param isNew false when the same bytes of the same source are loaded, or being loaded, already
     */
    record Entry(UUID id, boolean isNew, boolean isLoaded) {}

    /** Registers a file and queues its import, unless the same file has one. */
    Entry register(Caller caller, ImportSettings settings, Spool.Received file) throws SQLException {
        settle();
        var entry = writes.write(caller, unit -> {
            var connection = unit.connection();
            Sql.query(connection, LOCK, row -> null, settings.source() + "/" + file.sha256());
            var same = same(connection, settings, file);
            return same.isPresent() ? same.get() : enter(connection, caller, settings, file);
        });
        jobs.ring();
        return entry;
    }

    /** The import that the same bytes have already, where they have one. */
    Optional<Entry> present(ImportSettings settings, Spool.Received file) throws SQLException {
        try (var connection = database.open()) {
            return same(connection, settings, file);
        }
    }

    private static Optional<Entry> same(Connection connection, ImportSettings settings, Spool.Received file)
            throws SQLException {
        if (settings.dryRun()) {
            return Optional.empty();
        }
        return Sql.query(
                        connection,
                        SAME,
                        row -> new Entry(
                                row.getObject(1, UUID.class),
                                false,
                                row.getString(2).equals("loaded")),
                        settings.source(),
                        file.sha256())
                .stream()
                .findFirst();
    }

    private Entry enter(Connection connection, Caller caller, ImportSettings settings, Spool.Received file)
            throws SQLException {
        if (!settings.dryRun()) {
            insertFile(connection, file, settings, "received");
        }
        Sql.update(
                connection,
                RUN,
                file.id(),
                settings.dryRun() ? null : file.id(),
                settings.dryRun(),
                caller.subject(),
                about(settings, file).toString());
        jobs.queue(connection, caller, file.id().toString(), ImportKind.NAME, json.createObjectNode());
        return new Entry(file.id(), true, false);
    }

    /** A dry run enters its file within the transaction that it rolls back. */
    void insertFile(Connection connection, Spool.Received file, ImportSettings settings, String state)
            throws SQLException {
        Sql.update(
                connection,
                FILE,
                file.id(),
                settings.name(),
                file.sha256(),
                file.bytes(),
                settings.source(),
                Columns.time(settings.snapshotAt()),
                settings.modeWord(),
                file.compression(),
                state);
    }

    private ObjectNode about(ImportSettings settings, Spool.Received file) {
        return json.createObjectNode()
                .put("source", settings.source())
                .put("name", settings.name())
                .put("sha256", file.sha256())
                .put("bytes", file.bytes())
                .put("compression", file.compression())
                .put("mode", settings.modeWord())
                .put("snapshot_at", settings.snapshotAt().toString())
                .put("is_corrupt", file.isCorrupt());
    }

    @Scheduled(every = "10s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void settle() throws SQLException {
        writes.write(Caller.system(SystemWrites.PUBLIC), unit -> {
            for (var id : Sql.query(unit.connection(), SETTLE, row -> row.getObject(1, UUID.class), ImportKind.NAME)) {
                unit.changes().add(Change.eventOnly("import", id.toString(), "failed", runs.show(unit, id), null));
            }
            return null;
        });
    }
}
