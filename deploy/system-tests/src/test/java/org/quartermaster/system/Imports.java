package org.quartermaster.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Pattern;

/** Sends feeds to a vehicle-service, and looks into its database for what became of them. */
final class Imports {
    private static final Pattern ID = Pattern.compile("\"import_id\":\"([^\"]+)\"");
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final ServiceDatabase DATABASE = new ServiceDatabase("vehicle");

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

    static String state(String id) throws SQLException {
        return DATABASE.ask(
                "select concat(status, ' ' || error_code) from audit.etl_runs where run_id = cast(? as uuid)", id);
    }

    static void awaitCompleted(String id) {
        await("import " + id + " is loaded").atMost(LONGEST).until(() -> state(id), "completed"::equals);
    }

    static String counts(String id) throws SQLException {
        return DATABASE.ask("select cast(counts as text) from audit.etl_runs where run_id = cast(? as uuid)", id);
    }
}
