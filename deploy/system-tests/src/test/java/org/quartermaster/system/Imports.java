package org.quartermaster.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.quartermaster.local.LocalServers;

/** Sends feeds to a vehicle-service, and looks into its database for what became of them. */
final class Imports {
    private static final Pattern ID = Pattern.compile("\"import_id\":\"([^\"]+)\"");
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    Imports(int port) {
        this.port = port;
    }

    private static String path(String source, String snapshotAt) {
        return "/api/v1/imports?source=" + source + "&snapshot_at=" + snapshotAt;
    }

    /** The id of the import that a file has. */
    String send(String source, String snapshotAt, String file) throws IOException, InterruptedException {
        var post = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path(source, snapshotAt)))
                .header("Content-Type", "text/csv")
                .timeout(Duration.ofMinutes(1))
                .POST(HttpRequest.BodyPublishers.ofString(file));
        var answer = http.send(post.build(), HttpResponse.BodyHandlers.ofString());
        var id = ID.matcher(answer.body());
        if (!id.find()) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return id.group(1);
    }

    /** Sends the first half of a file and waits; the caller hangs up. */
    Socket sendHalf(String source, String snapshotAt, String file) throws IOException {
        var socket = new Socket("127.0.0.1", port);
        var head = "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nContent-Length: %d\r\n\r\n"
                .formatted(path(source, snapshotAt), file.length());
        socket.getOutputStream().write((head + file.substring(0, file.length() / 2)).getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    /** The first column of the only row. */
    static String ask(String sql, String... parameters) throws SQLException {
        try (var connection = LocalServers.adminConnection("vehicle")) {
            return ask(connection, sql, parameters);
        }
    }

    static String ask(Connection connection, String sql, String... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            var row = statement.executeQuery();
            row.next();
            return row.getString(1);
        }
    }

    static String state(String id) throws SQLException {
        return ask("select concat(status, ' ' || error_code) from audit.etl_runs where run_id = cast(? as uuid)", id);
    }

    static void awaitCompleted(String id) {
        await("import " + id + " is loaded").atMost(LONGEST).until(() -> state(id), "completed"::equals);
    }

    static String counts(String id) throws SQLException {
        return ask("select cast(counts as text) from audit.etl_runs where run_id = cast(? as uuid)", id);
    }

    /** Keeps everybody from writing to a table, and where it says so from reading, until the connection is closed. */
    static Connection hold(String table, boolean reads) throws SQLException {
        var connection = LocalServers.adminConnection("vehicle");
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in " + (reads ? "access exclusive" : "exclusive") + " mode");
        }
        return connection;
    }

    /** Waits until a session waits for a lock in a statement like this, or works at it. */
    static void awaitStatement(String pattern, boolean isHeld) {
        var sql = "select count(*) from pg_stat_activity where state = 'active' and application_name = 'vehicle-system'"
                + " and regexp_replace(query, '\\s+', ' ', 'g') like ?"
                + (isHeld ? " and wait_event_type = 'Lock'" : "");
        await(pattern)
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(isHeld ? 50 : 3))
                .until(() -> !ask(sql, pattern).equals("0"));
    }
}
