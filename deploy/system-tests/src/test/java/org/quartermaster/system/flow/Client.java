package org.quartermaster.system.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.quartermaster.system.Platform;

/** Somebody who uses one service: with a token, or without as the demo organization. */
final class Client {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Platform platform;
    private final String service;
    private final String token;

    Client(Platform platform, String service, String token) {
        this.platform = platform;
        this.service = service;
        this.token = token;
    }

    static Client demo(Platform platform, String service) {
        return new Client(platform, service, null);
    }

    JsonNode get(String path) {
        return send("GET", path, "");
    }

    JsonNode post(String path, String json) {
        return send("POST", path, json);
    }

    JsonNode put(String path, String json) {
        return send("PUT", path, json);
    }

    JsonNode patch(String path, String json) {
        return send("PATCH", path, json);
    }

    private JsonNode send(String method, String path, String json) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + platform.port(service) + "/api/v1/" + path))
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (method.equals("PATCH")) {
            request.header("If-Match", "*");
        }
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode() / 100)
                    .as("%s %s %s: %d %s", method, path, json, answer.statusCode(), answer.body())
                    .isEqualTo(2);
            return JSON.readTree(answer.body());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(method + " " + path, failed);
        }
    }
}
