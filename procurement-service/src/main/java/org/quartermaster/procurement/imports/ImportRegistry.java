package org.quartermaster.procurement.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.spool.Spool;
import org.quartermaster.procurement.load.Counts;
import org.quartermaster.procurement.source.Sources;

/** The imports and how far they are. Blocking. */
@ApplicationScoped
class ImportRegistry {
    private static final ProblemType SAME_FILE = new ProblemType(409, "file_being_imported");
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 21))";
    private static final String SAME = """
            select i.job_id from procurement.ocds_imports i join platform.job j on j.job_id = i.job_id
            where i.sha256 = ? and i.state in ('queued', 'running') and j.state in ('queued', 'running')
            """;
    private static final String ENTER = """
            insert into procurement.ocds_imports (job_id, source_id, mode, events, charset, sha256, bytes, damaged)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String READ = """
            select job_id, source_id, mode, events, charset, sha256, bytes, damaged, state, cast(result as text) as result,
              heartbeat_at < now() - make_interval(secs => ?) as is_silent
            from procurement.ocds_imports where job_id = ?
            """;
    private static final String END = """
            update procurement.ocds_imports set state = ?, result = cast(? as jsonb), error_code = ?, finished_at = now()
            where job_id = ?
            """;

    /** What the job says counts; its worker may have died without a word here. */
    private static final String SETTLE = """
            update procurement.ocds_imports i set state = j.state, finished_at = j.finished_at,
              error_code = case j.state when 'failed' then coalesce(i.error_code, 'interrupted') end
            from platform.job j
            where i.state in ('queued', 'running') and j.job_id = i.job_id and j.state <> i.state
              and j.state <> 'succeeded'
            """;

    private static final String OPEN =
            "select job_id from procurement.ocds_imports where state in ('queued', 'running')";
    /** NB: the end of a load holds its row; a beat that waited for it would say nothing new. */
    private static final String BEAT = """
            update procurement.ocds_imports set heartbeat_at = now()
            where job_id in (select job_id from procurement.ocds_imports where job_id = any (?) for update skip locked)
            """;

    private final SystemWrites writes;
    private final SystemConnection database;
    private final Jobs jobs;
    private final Spool spool;
    private final ImportConfig config;
    private final ObjectMapper json;

    @Inject
    ImportRegistry(
            SystemWrites writes,
            SystemConnection database,
            Jobs jobs,
            Spool spool,
            ImportConfig config,
            ObjectMapper json) {
        this.writes = writes;
        this.database = database;
        this.jobs = jobs;
        this.spool = spool;
        this.config = config;
        this.json = json;
    }

    /** Queues the import of a file; 409 while the same bytes are imported. */
    void enter(Caller caller, ImportSettings settings, Spool.Received file) throws SQLException {
        writes.write(caller, unit -> {
            var connection = unit.connection();
            Sql.query(connection, LOCK, row -> null, file.sha256());
            if (!Sql.query(connection, SAME, row -> row.getString(1), file.sha256())
                    .isEmpty()) {
                throw Problem.of(SAME_FILE);
            }
            Sources.make(connection, settings.source());
            enter(connection, settings, file);
            jobs.queue(connection, caller, file.id().toString(), ImportKind.NAME, json.createObjectNode());
            return null;
        });
        jobs.ring();
    }

    private static void enter(Connection connection, ImportSettings settings, Spool.Received file) throws SQLException {
        Sql.update(
                connection,
                ENTER,
                file.id().toString(),
                settings.source(),
                Words.of(settings.mode()),
                Words.of(settings.events()),
                settings.charset().name(),
                file.sha256(),
                file.bytes(),
                file.isCorrupt());
    }

    ImportOrder read(UUID id) throws SQLException {
        try (var connection = database.open()) {
            return Sql.query(
                            connection,
                            READ,
                            ImportRegistry::order,
                            (double) config.silence().toSeconds(),
                            id.toString())
                    .get(0);
        }
    }

    private static ImportOrder order(ResultSet row) throws SQLException {
        var id = UUID.fromString(row.getString("job_id"));
        return new ImportOrder(
                id,
                row.getString("source_id"),
                row.getString("mode").equals("strict"),
                row.getString("events").equals("none"),
                Charset.forName(row.getString("charset")),
                new Spool.Received(
                        id, row.getString("sha256"), row.getLong("bytes"), "none", row.getBoolean("damaged")),
                row.getString("state"),
                Json.stored(row.getString("result")),
                row.getBoolean("is_silent"));
    }

    /** Notes the end of an import in the transaction of its load. */
    void end(Connection connection, UUID id, Counts counts, String error) throws SQLException {
        var result = counts == null ? null : json.valueToTree(counts).toString();
        Sql.update(connection, END, error == null ? "succeeded" : "failed", result, error, id.toString());
    }

    /** As above, where there is no load. */
    void fail(UUID id, String error) throws SQLException {
        try (var connection = database.open()) {
            end(connection, id, null, error);
        }
    }

    @Scheduled(every = "5s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void beat() throws SQLException {
        try (var connection = database.open()) {
            var here = Sql.query(connection, OPEN, row -> row.getString(1)).stream()
                    .filter(id -> spool.has(UUID.fromString(id)))
                    .toArray(String[]::new);
            if (here.length > 0) {
                Sql.update(connection, BEAT, (Object) here);
            }
            Sql.update(connection, SETTLE);
        }
    }
}
