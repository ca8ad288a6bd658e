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

/** The service as one client uses it, who reads the answers. */
final class Api {
    private static final int PIECE = 256 * 1024;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Stand stand;

    Api(Stand stand) {
        this.stand = stand;
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
        connection.setRequestProperty("Authorization", "Bearer " + stand.token(0));
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
                .header("Authorization", "Bearer " + stand.token(0));
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
