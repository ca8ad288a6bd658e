package org.quartermaster.platform.replay;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.postgresql.ds.PGSimpleDataSource;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Sql;

/**
 * What {@code deploy/replay} runs. It talks to the service's database alone, as the role {@code <svc>_system}: the
 * service's relay publishes, in its order.
 */
public final class Replay {
    private static final Duration TAKEN_UP = Duration.ofMinutes(1);
    private static final long LOOK_EVERY_MILLIS = 1_000;

    private Replay() {}

    /** Arguments: the service, then {@code --from TIME} or {@code --current}. */
    public static void main(String... arguments) throws SQLException, InterruptedException {
        try (var connection = open(arguments[0])) {
            if (arguments[1].equals("--from")) {
                var from = time(arguments[2]);
                System.out.printf("%d events since %s will be published again%n", from(connection, from), from);
            } else {
                System.exit(current(connection) ? 0 : 1);
            }
        } catch (DateTimeParseException notATime) {
            System.err.println("Not a time as 2026-01-31T12:00:00Z: " + arguments[2]);
            System.exit(2);
        }
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static Connection open(String service) throws SQLException {
        var environment = System.getenv();
        var source = new PGSimpleDataSource();
        source.setUrl("jdbc:" + environment.getOrDefault("QM_DB_URL", "postgresql://localhost:5432/" + service));
        source.setUser(service + "_system");
        source.setPassword(environment.getOrDefault("QM_DB_SYSTEM_PASSWORD", "none"));
        source.setApplicationName("replay");
        return source.getConnection();
    }

    /**
     * Lets the relay publish all events written since then once more; consumers skip those that they know.
     * NB: in one statement, so that the relay finds all of them before later events of the same entities; in the slow
     * lane, so that the events of others do not wait for them.
     *
     * @return the number of events
     */
    public static int from(Connection connection, Instant time) throws SQLException {
        var sql = """
                update platform.outbox set published_at = null, replays = replays + 1, lane = 1
                where created_at >= ? and published_at is not null
                """;
        return Sql.update(connection, sql, Timestamp.from(time));
    }

    /** How far the job has come. */
    private record Progress(String state, long done, String errors) {
        boolean isOpen() {
            return state.equals("queued") || state.equals("running");
        }
    }

    /** NB: a job of no tenant, so that it stands in nobody's list. */
    private static String ask(Connection connection) throws SQLException {
        var sql = """
                insert into platform.job (tenant_id, job_id, kind, parameters, created_by, roles, language, received_at)
                values ('public', ?, ?, '{}', 'system', '{}', 'en', now())
                """;
        var id = Ids.next("job");
        Sql.update(connection, sql, id, Snapshots.NAME);
        return id;
    }

    private static Progress progress(Connection connection, String id) throws SQLException {
        var sql = "select state, done, errors from platform.job where tenant_id = 'public' and job_id = ?";
        return Sql.query(connection, sql, row -> new Progress(row.getString(1), row.getLong(2), row.getString(3)), id)
                .get(0);
    }

    private static boolean current(Connection connection) throws SQLException, InterruptedException {
        var id = ask(connection);
        var started = System.nanoTime();
        var progress = progress(connection, id);
        while (progress.isOpen()) {
            if (progress.state().equals("queued") && System.nanoTime() - started > TAKEN_UP.toNanos()) {
                System.err.println("No running service has taken the request up yet; it waits for one.");
                return false;
            }
            System.out.printf("%s: %d%n", progress.state(), progress.done());
            Thread.sleep(LOOK_EVERY_MILLIS);
            progress = progress(connection, id);
        }
        System.out.printf("%s: %d snapshots, errors %s%n", progress.state(), progress.done(), progress.errors());
        return progress.state().equals("succeeded");
    }
}
