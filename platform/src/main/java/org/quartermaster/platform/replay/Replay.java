package org.quartermaster.platform.replay;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.postgresql.ds.PGSimpleDataSource;

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
                System.exit(current(new SnapshotRequests(connection)) ? 0 : 1);
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
     * NB: in one statement, so that the relay finds all of them before events that come later.
     *
     * @return the number of events
     */
    public static int from(Connection connection, Instant time) throws SQLException {
        var sql = """
                update platform.outbox set published_at = null, replays = replays + 1
                where created_at >= ? and published_at is not null
                """;
        try (var update = connection.prepareStatement(sql)) {
            update.setTimestamp(1, Timestamp.from(time));
            return update.executeUpdate();
        }
    }

    private static boolean current(SnapshotRequests requests) throws SQLException, InterruptedException {
        var id = requests.ask();
        var started = System.nanoTime();
        var progress = requests.progress(id);
        while (!progress.isFinished()) {
            if (progress.state().equals("queued") && System.nanoTime() - started > TAKEN_UP.toNanos()) {
                System.err.println("No running service has taken the request up yet; it waits for one.");
                return false;
            }
            System.out.printf("%s: %d%n", progress.state(), progress.done());
            Thread.sleep(LOOK_EVERY_MILLIS);
            progress = requests.progress(id);
        }
        System.out.printf("%s: %d snapshots %s%n", progress.state(), progress.done(), error(progress));
        return progress.state().equals("succeeded");
    }

    private static String error(SnapshotRequests.Progress progress) {
        return progress.error() == null ? "" : progress.error();
    }
}
