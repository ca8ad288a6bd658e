package org.quartermaster.system.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hears the changes of one service as they are committed, until it is closed. */
final class ChangeStream implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A change that was heard.
     *
     * @param place where the stream goes on from
     */
    record Heard(String place, JsonNode event) {
        String about() {
            return event.path("subject").asText();
        }

        String id() {
            return event.path("id").asText();
        }
    }

    private final InputStream body;
    private final BufferedReader lines;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    private ChangeStream(InputStream body) {
        this.body = body;
        this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** @param after the place to go on from; null for what comes from now on */
    static ChangeStream open(int port, String token, String after) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/events"));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (after != null) {
            request.header("Last-Event-ID", after);
        }
        var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).as("the stream's status").isEqualTo(200);
        var stream = new ChangeStream(answer.body());
        // NB: something comes once the place to begin at is known, if only a sign of life.
        stream.hear();
        var listener = new Thread(stream::listen, "changes");
        listener.setDaemon(true);
        listener.start();
        return stream;
    }

    private void listen() {
        try {
            while (hear()) {
                // Each is kept as it comes.
            }
        } catch (IOException closed) {
            // By the test, or by the service that was killed: what was heard until then stays.
        }
    }

    /** Takes one event or comment; false at the end. */
    private boolean hear() throws IOException {
        String place = null;
        var line = lines.readLine();
        for (; line != null && !line.isEmpty(); line = lines.readLine()) {
            if (line.startsWith("id:")) {
                place = line.substring(3).strip();
            } else if (line.startsWith("data:")) {
                heard.add(new Heard(place, JSON.readTree(line.substring(5))));
            }
        }
        return line != null;
    }

    /** The first change of an entity, when it has come. */
    Heard first(String entity) {
        await("a change of " + entity).atMost(LONGEST).until(() -> !of(entity).isEmpty());
        return of(entity).get(0);
    }

    /** What was heard about an entity so far. */
    List<Heard> of(String entity) {
        return heard.stream().filter(change -> change.about().equals(entity)).toList();
    }

    List<Heard> all() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
