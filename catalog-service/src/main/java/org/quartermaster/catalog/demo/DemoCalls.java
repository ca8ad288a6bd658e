package org.quartermaster.catalog.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.quartermaster.platform.rest.Json;

/**
 * Requests to the service itself, without a token, as a newcomer would send them. Each has a key of its own, so that
 * a load that was broken off may be repeated within a day without doing a part of it twice.
 */
final class DemoCalls {
    private static final String BOUNDARY = "demo-of-quartermaster";
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int REFUSED = 400;
    private static final int CONFLICT = 409;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    DemoCalls(int port) {
        this.base = "http://127.0.0.1:" + port + "/api/v1";
    }

    /** An answer that says no. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String request, int status, String answer) {
            super("%s: %d %s".formatted(request, status, answer));
        }
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET(), false);
    }

    /** What was made; the same again for the same key and body. */
    JsonNode make(String path, String key, JsonNode body) throws IOException, InterruptedException {
        return send(json(path, key).POST(BodyPublishers.ofString(body.toString())), false);
    }

    /** Changes something; a step that was taken already, which a conflict says, is well taken. */
    JsonNode change(String method, String path, String key, JsonNode body) throws IOException, InterruptedException {
        var request = json(path, key).method(method, BodyPublishers.ofString(body.toString()));
        return send(method.equals("PATCH") ? request.header("If-Match", "*") : request, true);
    }

    /** Sends a file in a form. */
    JsonNode upload(String path, String key, String name, byte[] file) throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        body.write("""
                --%s\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(BOUNDARY, name).getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write("\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8));
        return send(
                request(path)
                        .header("Idempotency-Key", "demo " + key)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())),
                false);
    }

    private HttpRequest.Builder json(String path, String key) {
        return request(path).header("Content-Type", "application/json").header("Idempotency-Key", "demo " + key);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(LONGEST);
    }

    private JsonNode send(HttpRequest.Builder request, boolean isStep) throws IOException, InterruptedException {
        var sent = request.build();
        var answer = http.send(sent, BodyHandlers.ofByteArray());
        if (answer.statusCode() == CONFLICT && isStep) {
            return MissingNode.getInstance();
        }
        if (answer.statusCode() >= REFUSED) {
            throw new Refused(
                    sent.method() + " " + sent.uri().getPath(),
                    answer.statusCode(),
                    new String(answer.body(), StandardCharsets.UTF_8));
        }
        return Json.read(answer.body());
    }
}
