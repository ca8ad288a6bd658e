package org.quartermaster.vehicle.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.vehicle.load.SourceLock;

/** The states that a run and its file go through. Blocking. */
@ApplicationScoped
class Runs {
    private static final String READ = """
            select run_id, cast(about as text) as about, status, error_code, dry_run, attempt,
              cast(counts as text) as counts,
              greatest(heartbeat_at, created_at) < now() - make_interval(secs => ?) as is_silent
            from audit.etl_runs where run_id = ?
            """;

    /** Imports of a source run one at a time, the oldest snapshot first; the one that runs has its lock. */
    private static final String OLDER = """
            select 1 from audit.etl_runs r
            where r.status in ('queued', 'running') and r.run_id <> ? and r.about ->> 'source' = ?
              and cast(r.about ->> 'snapshot_at' as timestamptz) < ?
            union all
            select 1 where not pg_try_advisory_xact_lock(hashtextextended(?, 22))
            """;

    private static final String BEGIN = """
            update audit.etl_runs set status = 'running', started_at = coalesce(started_at, now()), heartbeat_at = now(),
              attempt = case when status = 'running' then attempt + 1 else attempt end
            where run_id = ?
            """;
    private static final String FILE_STATE = "update raw.csv_files set state = ? where file_id = ?";
    private static final String CLOSE = """
            update audit.etl_runs set status = ?, error_code = ?, error_detail = ?, completed_at = now() where run_id = ?
            """;
    private static final String CLOSE_FILE = """
            update raw.csv_files set state = ?, error_code = ?, error_detail = ? where file_id = ?
            """;
    /** One import as JSON. */
    static final String SHOW = "select cast(" + ImportView.JSON + " as text) from audit.etl_runs r where r.run_id = ?";

    private final SystemConnection database;
    private final SystemWrites writes;
    private final DatabaseJson json;
    private final ImportConfig config;

    @Inject
    Runs(SystemConnection database, SystemWrites writes, DatabaseJson json, ImportConfig config) {
        this.config = config;
        this.database = database;
        this.writes = writes;
        this.json = json;
    }

    RunOrder read(UUID id) throws SQLException {
        try (var connection = database.open()) {
            return Sql.query(
                            connection,
                            READ,
                            row -> new RunOrder(
                                    id,
                                    Json.stored(row.getString("about")),
                                    row.getString("status"),
                                    row.getString("error_code"),
                                    row.getBoolean("dry_run"),
                                    row.getInt("attempt"),
                                    row.getBoolean("is_silent"),
                                    Json.stored(row.getString("counts"))),
                            (double) config.silence().toSeconds(),
                            id)
                    .stream()
                    .findFirst()
                    .orElseThrow(() -> Problem.of(ImportList.NOT_FOUND));
        }
    }

    boolean mustWait(RunOrder order) throws SQLException {
        try (var connection = database.open()) {
            return !Sql.query(
                            connection,
                            OLDER,
                            row -> true,
                            order.id(),
                            order.source(),
                            Columns.time(order.snapshotAt()),
                            order.source())
                    .isEmpty();
        }
    }

    /** Waits for the other import of the source, if one began at the same moment. */
    void hold(Connection connection, RunOrder order) throws SQLException {
        SourceLock.hold(connection, order.source());
    }

    void begin(RunOrder order) throws SQLException {
        try (var connection = database.open()) {
            Sql.update(connection, BEGIN, order.id());
            Sql.update(connection, FILE_STATE, "validating", order.id());
        }
    }

    /** The file has a header that can be read. */
    void loading(RunOrder order) throws SQLException {
        try (var connection = database.open()) {
            Sql.update(connection, FILE_STATE, "loading", order.id());
        }
    }

    /** Closes a run that applied nothing: a file that cannot be used is rejected, what else went wrong failed. */
    void close(Caller by, RunOrder order, String code, String detail) throws SQLException {
        var state = code.equals("interrupted") ? "failed" : "rejected";
        writes.write(by, unit -> {
            Sql.update(unit.connection(), CLOSE, state, code, detail, order.id());
            Sql.update(unit.connection(), CLOSE_FILE, state, code, detail, order.id());
            if (!order.dryRun()) {
                unit.changes()
                        .add(Change.eventOnly("import", order.id().toString(), state, show(unit, order.id()), null));
            }
            return null;
        });
    }

    /** The import as it stands. */
    ImportView view(UUID id) throws SQLException {
        try (var connection = database.open()) {
            return show(connection, id);
        }
    }

    /** The import as the transaction sees it. */
    ImportView show(SystemWrites.Unit unit, UUID id) throws SQLException {
        return show(unit.connection(), id);
    }

    private ImportView show(Connection connection, UUID id) throws SQLException {
        return Sql.query(connection, SHOW, row -> json.read(row.getString(1), ImportView.class), id)
                .get(0);
    }
}
