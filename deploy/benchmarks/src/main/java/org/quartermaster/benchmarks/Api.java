package org.quartermaster.benchmarks;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The service as one client uses it, who reads the answers. */
final class Api {
    private static final int PIECE = 256 * 1024;
    private static final String BOUNDARY = "quartermaster-benchmark";
    private static final Set<String> OPEN = Set.of("queued", "running");
    private static final long LOOK_MILLIS = 50;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Stand stand;
    private final String token;

    Api(Stand stand) {
        this(stand, stand.token(0));
    }

    /** As the user of a token. */
    Api(Stand stand, String token) {
        this.stand = stand;
        this.token = token;
    }

    JsonObject get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    JsonObject post(String path, String contentType, String body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a file in large pieces, so that the sender costs little of what is measured. */
    JsonObject upload(String path, String contentType, Path file) throws IOException {
        var connection = (HttpURLConnection) request(path).build().uri().toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Authorization", "Bearer " + token);
        connection.setRequestProperty("Content-Type", contentType);
        connection.setFixedLengthStreamingMode(Files.size(file));
        connection.setDoOutput(true);
        var piece = new byte[PIECE];
        try (var in = Files.newInputStream(file);
                var out = connection.getOutputStream()) {
            for (var read = in.read(piece); read >= 0; read = in.read(piece)) {
                out.write(piece, 0, read);
            }
        }
        if (connection.getResponseCode() >= 300) {
            throw new IllegalStateException(path + " was answered with " + connection.getResponseCode());
        }
        try (var answer = connection.getInputStream()) {
            return new JsonObject(new String(answer.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    JsonObject put(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a file in a form, with nothing else. */
    JsonObject form(String path, String name, String content) throws IOException, InterruptedException {
        var line = "--" + BOUNDARY + "\r\n";
        var head = "Content-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n".formatted(name)
                + "Content-Type: application/octet-stream\r\n\r\n";
        var end = "\r\n--" + BOUNDARY + "--\r\n";
        return post(path, "multipart/form-data; boundary=" + BOUNDARY, line + head + content + end);
    }

    /** Waits until a job has ended; fails when it did not succeed. */
    JsonObject done(JsonObject accepted) throws IOException, InterruptedException {
        var path = "/api/v1/jobs/" + accepted.getString("job_id");
        var shown = get(path);
        while (OPEN.contains(shown.getString("state"))) {
            Thread.sleep(LOOK_MILLIS);
            shown = get(path);
        }
        if (!shown.getString("state").equals("succeeded")) {
            throw new IllegalStateException("the job ended badly: " + shown.encode());
        }
        return shown;
    }

    /** The status that a path is answered with. */
    int status(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** Reads an answer of any length to its end and keeps nothing of it. */
    void drain(String path) throws IOException, InterruptedException {
        check(http.send(request(path).build(), HttpResponse.BodyHandlers.discarding()), path);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + stand.port() + path))
                .header("Authorization", "Bearer " + token);
    }

    private JsonObject send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        var request = builder.build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        check(answer, answer.body());
        return new JsonObject(answer.body());
    }

    private static void check(HttpResponse<?> answer, String what) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.uri() + " was answered with " + answer.statusCode() + ": " + what);
        }
    }
}
