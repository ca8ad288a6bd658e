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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.quartermaster.system.Platform;

/** A client that makes resources and changes them, and notes what it is answered; it asks again where it is not. */
final class Writer {
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int STALE = 412;
    /** The service ends, or is still at work on the first request with this key. */
    private static final Set<Integer> NOT_YET = Set.of(503, 409);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** A resource as the service said that it is. */
    record Known(long version, String text) {}

    private final Platform platform;
    private final Resource resource;
    private final String name;
    private final Random random;
    private final Map<String, Known> known = new LinkedHashMap<>();
    private volatile int acknowledged;
    private int unanswered;
    private int number;

    Writer(Platform platform, Resource resource, int number, Random random) {
        this.platform = platform;
        this.resource = resource;
        this.name = resource + " " + number;
        this.random = random;
    }

    Resource resource() {
        return resource;
    }

    /** By the ids of what it has made. */
    Map<String, Known> known() {
        return known;
    }

    int acknowledged() {
        return acknowledged;
    }

    /** How many requests were taken and not answered. */
    int unanswered() {
        return unanswered;
    }

    void write() {
        if (known.isEmpty() || random.nextInt(4) == 0) {
            make();
        } else {
            change(List.copyOf(known.keySet()).get(random.nextInt(known.size())));
        }
        acknowledged++;
    }

    private void make() {
        var text = name + " " + number++;
        var body = resource.body(text, text);
        var made = answered("POST " + text, () -> {
            var answer = send("POST", resource.path(), body, "Idempotency-Key", text);
            return is(answer, 201) ? JSON.readTree(answer.body()) : null;
        });
        var before = known.put(made.path(resource.id()).asText(), read(made));
        assertThat(before).as("what was made before under the id of " + text).isNull();
        assertThat(read(made)).isEqualTo(new Known(1, text));
    }

    private void change(String id) {
        var before = known.get(id);
        var text = name + " " + number++;
        var path = resource.path() + "/" + id;
        var changed = answered("PATCH " + path, () -> {
            var answer = send("PATCH", path, resource.change(text), "If-Match", "\"" + before.version() + '"');
            // NB: then the answer to an earlier attempt was lost.
            var again = answer != null && answer.statusCode() == STALE ? get(path) : answer;
            return is(again, 200) ? JSON.readTree(again.body()) : null;
        });
        assertThat(read(changed)).as(path).isEqualTo(new Known(before.version() + 1, text));
        known.put(id, read(changed));
    }

    private Known read(JsonNode view) {
        return new Known(
                view.path("version").asLong(), view.path(resource.text()).asText());
    }

    /** What a resource is now. */
    Known now(String id) {
        var path = resource.path() + "/" + id;
        return read(answered("GET " + path, () -> {
            var answer = get(path);
            return is(answer, 200) ? JSON.readTree(answer.body()) : null;
        }));
    }

    private static JsonNode answered(String what, Callable<JsonNode> attempt) {
        return await("an answer to " + what)
                .atMost(LONGEST)
                .pollDelay(Duration.ZERO)
                .pollInterval(PAUSE)
                .pollInSameThread()
                .until(attempt, Objects::nonNull);
    }

    /** False where it is to be asked again; fails for any other answer. */
    private boolean is(HttpResponse<String> answer, int status) {
        if (answer == null || NOT_YET.contains(answer.statusCode())) {
            return false;
        }
        assertThat(answer.statusCode()).as(name + ": " + answer.body()).isEqualTo(status);
        return true;
    }

    private HttpResponse<String> get(String path) throws InterruptedException {
        return send("GET", path, "", "Accept", "application/json");
    }

    /** Null when no answer came. */
    private HttpResponse<String> send(String method, String path, String body, String header, String value)
            throws InterruptedException {
        var uri = URI.create("http://127.0.0.1:%d/api/v1/%s".formatted(platform.port(resource.service()), path));
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
