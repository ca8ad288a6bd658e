package org.quartermaster.benchmarks;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** The service as one client uses it, who reads the answers. */
final class Api {
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
