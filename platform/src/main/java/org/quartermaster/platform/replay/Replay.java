package org.quartermaster.platform.replay;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.job.JobCommand;

/**
 * What {@code deploy/replay} runs. It talks to the service's database alone, as the role {@code <svc>_system}: the
 * service's relay publishes, in its order.
 */
public final class Replay {
    private Replay() {}

    /** Arguments: the service, then {@code --from TIME} or {@code --current}. */
    public static void main(String... arguments) throws SQLException, InterruptedException {
        try (var connection = JobCommand.open(arguments[0])) {
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

    private static boolean current(Connection connection) throws SQLException, InterruptedException {
        var end = JobCommand.run(connection, Snapshots.NAME, "{}");
        System.out.printf("%s: %d snapshots, errors %s%n", end.state(), end.done(), end.errors());
        return end.isDone();
    }
}
