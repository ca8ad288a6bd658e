package org.quartermaster.platform.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Sql;

/**
 * A job that an operator orders from the command line. It talks to the service's database alone, as the role
 * {@code <svc>_system}: a running service does the work, with its events. The job is of no tenant, so that it stands in
 * nobody's list.
 */
public final class JobCommand {
    private static final Duration TAKEN_UP = Duration.ofMinutes(1);
    private static final long LOOK_EVERY_MILLIS = 1_000;
    private static final String ASK = """
            insert into platform.job (tenant_id, job_id, kind, parameters, created_by, roles, language, received_at)
            values ('public', ?, ?, ?, 'system', '{}', 'en', now())
            """;
    private static final String LOOK =
            "select state, done, errors from platform.job where tenant_id = 'public' and job_id = ?";

    private JobCommand() {}

    /** How far a job has come, and what went wrong. */
    public record Progress(String state, long done, String errors) {
        private boolean isOpen() {
            return state.equals("queued") || state.equals("running");
        }

        /** Whether the work is done. */
        public boolean isDone() {
            return state.equals("succeeded");
        }
    }

    /** The database of {@code QM_DB_URL}, or the usual one of the service. */
    public static Connection open(String service) throws SQLException {
        var environment = System.getenv();
        var source = new PGSimpleDataSource();
        source.setUrl("jdbc:" + environment.getOrDefault("QM_DB_URL", "postgresql://localhost:5432/" + service));
        source.setUser(service + "_system");
        source.setPassword(environment.getOrDefault("QM_DB_SYSTEM_PASSWORD", "none"));
        source.setApplicationName("command");
        return source.getConnection();
    }

    /**
     * Orders the job and waits for its end, or a minute for a service that takes it up.
     *
     * @param kind name of a {@link JobKind}
     * @param parameters a JSON object
     */
    public static Progress run(Connection connection, String kind, String parameters)
            throws SQLException, InterruptedException {
        var id = Ids.next("job");
        Sql.update(connection, ASK, id, kind, parameters);
        var started = System.nanoTime();
        var progress = look(connection, id);
        while (progress.isOpen()) {
            if (progress.state().equals("queued") && System.nanoTime() - started > TAKEN_UP.toNanos()) {
                System.err.println("No running service has taken the request up yet; it waits for one.");
                return progress;
            }
            System.out.printf("%s: %d%n", progress.state(), progress.done());
            Thread.sleep(LOOK_EVERY_MILLIS);
            progress = look(connection, id);
        }
        return progress;
    }

    private static Progress look(Connection connection, String id) throws SQLException {
        return Sql.query(connection, LOOK, row -> new Progress(row.getString(1), row.getLong(2), row.getString(3)), id)
                .get(0);
    }
}
