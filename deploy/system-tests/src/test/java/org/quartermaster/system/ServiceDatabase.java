package org.quartermaster.system;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.quartermaster.local.LocalServers;

/** The database of a service, looked into and held up from outside. */
public record ServiceDatabase(String service) {
    private static final Duration LONGEST = Duration.ofMinutes(3);

    /** The first column of the only row. */
    public String ask(String sql, String... parameters) throws SQLException {
        try (var connection = LocalServers.adminConnection(service);
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            var row = statement.executeQuery();
            row.next();
            return row.getString(1);
        }
    }

    /** Keeps everybody from writing to a table, and where it says so from reading, until the connection is closed. */
    public Connection hold(String table, boolean reads) throws SQLException {
        var connection = LocalServers.adminConnection(service);
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in " + (reads ? "access exclusive" : "exclusive") + " mode");
        }
        return connection;
    }

    /** Waits until a session waits for a lock in a statement like this, or works at it. */
    public void awaitStatement(String pattern, boolean isHeld) {
        var sql = "select count(*) from pg_stat_activity where state = 'active'"
                + " and application_name = '" + service + "-system'"
                + " and regexp_replace(query, '\\s+', ' ', 'g') like ?"
                + (isHeld ? " and wait_event_type = 'Lock'" : "");
        await(pattern)
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(isHeld ? 50 : 3))
                .until(() -> !ask(sql, pattern).equals("0"));
    }

    /** Waits until a session that serves requests or jobs waits for what a connection holds. */
    void awaitWhoWaitsFor(Connection holder) throws SQLException {
        try (var statement = holder.createStatement();
                var own = statement.executeQuery("select pg_backend_pid()")) {
            own.next();
            var sql = "select count(*) from pg_stat_activity where usename = '" + service + "_app' and " + own.getInt(1)
                    + " = any (pg_blocking_pids(pid))";
            await("somebody waits for what is held").atMost(LONGEST).until(() -> !ask(sql).equals("0"));
        }
    }

    /** A killed process's sessions end by themselves, and what they wrote goes with them. */
    void awaitNoSession() {
        var sql = "select count(*) from pg_stat_activity where application_name like '" + service + "-system%'"
                + " or usename = '" + service + "_app'";
        await("sessions of the killed service end")
                .atMost(Duration.ofSeconds(60))
                .until(() -> ask(sql).equals("0"));
    }
}
