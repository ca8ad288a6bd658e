package org.quartermaster.system.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import org.quartermaster.system.Platform;

/** A client's line to a service, which breaks when the service is killed; the client asks until it is answered. */
final class Line {
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(100);
    /** The service ends, or is still at work on the first request with this key. */
    private static final Set<Integer> NOT_YET = Set.of(503, 409);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Platform platform;
    private final String service;
    private int unanswered;

    Line(Platform platform, String service) {
        this.platform = platform;
        this.service = service;
    }

    /** How many requests were taken and not answered. */
    int unanswered() {
        return unanswered;
    }

    /** Tries until an answer comes, which is to have this status; its body. */
    static JsonNode answer(String what, int status, Callable<HttpResponse<String>> attempt) {
        var answer = await("an answer to " + what)
                .atMost(LONGEST)
                .pollDelay(Duration.ZERO)
                .pollInterval(PAUSE)
                .pollInSameThread()
                .until(attempt, one -> one != null && !NOT_YET.contains(one.statusCode()));
        assertThat(answer.statusCode()).as(what + ": " + answer.body()).isEqualTo(status);
        try {
            return JSON.readTree(answer.body());
        } catch (IOException unreadable) {
            throw new AssertionError(what + ": " + answer.body(), unreadable);
        }
    }

    HttpResponse<String> get(String path) throws InterruptedException {
        return send("GET", path, "", "Accept", "application/json");
    }

    /** One attempt; null when no answer came. */
    HttpResponse<String> send(String method, String path, String body, String header, String value)
            throws InterruptedException {
        var uri = URI.create("http://127.0.0.1:%d/api/v1/%s".formatted(platform.port(service), path));
        var request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header(header, value)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (ConnectException away) {
            return null;
        } catch (IOException gone) {
            unanswered++;
            return null;
        }
    }
}
