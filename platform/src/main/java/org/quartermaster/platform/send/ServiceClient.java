package org.quartermaster.platform.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;

/** The API of a service as one who sends files sees it. */
public final class ServiceClient {
    private static final Set<String> OPEN = Set.of("queued", "running");
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final SendOrder order;

    ServiceClient(SendOrder order) {
        this.order = order;
    }

    /** The service said no, for a reason that another try does not change. */
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(String reason) {
            super(reason);
        }
    }

    /** Is shown each state of what has not ended yet. */
    public interface Watcher {
        void see(JsonNode state) throws IOException, InterruptedException;
    }

    /** Sends a body; what the service says of it. */
    public JsonNode post(String path, String type, BodyPublisher body) throws IOException, InterruptedException {
        return taken(send(request(path).header("Content-Type", type).POST(body)));
    }

    /** One resource; null where there is none. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        var answer = send(request(path).timeout(Duration.ofSeconds(30)).GET());
        return answer.statusCode() == NOT_FOUND ? null : taken(answer);
    }

    /**
     * The resource of a job when the job has ended; the service may be away in between, for minutes.
     *
     * @param watcher is shown the resource each time that it is looked at before
     */
    public JsonNode ended(String path, Watcher watcher) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var seen = get(path);
                if (seen == null) {
                    throw new Refused("The service does not know " + path + " any more.");
                }
                if (!isOpen(seen)) {
                    return seen;
                }
                watcher.see(seen);
                deadline = System.nanoTime() + PATIENCE.toNanos();
            } catch (Refused refused) {
                throw refused;
            } catch (IOException away) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("The service is away; its import goes on when it is back.", away);
                }
            }
            Thread.sleep(LOOK.toMillis());
        }
    }

    /** Whether a job, or what shows its state, has not ended yet. */
    public static boolean isOpen(JsonNode job) {
        return OPEN.contains(job.path("state").asText());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(order.service() + path));
        return order.token() == null ? request : request.header("Authorization", "Bearer " + order.token());
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (ConnectException nobody) {
            throw new IOException("Nobody answers at " + order.service() + "; start deploy/up, or give --url.", nobody);
        }
    }

    private JsonNode taken(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() == UNAVAILABLE) {
            throw new IOException("The service cannot work at the moment.");
        }
        if (answer.statusCode() >= BAD_REQUEST) {
            throw new Refused(problem(answer));
        }
        return json.readTree(answer.body());
    }

    private String problem(HttpResponse<byte[]> answer) {
        var text = new StringBuilder("The service answered ").append(answer.statusCode());
        try {
            var problem = json.readTree(answer.body());
            text.append(": ")
                    .append(problem.path("detail").asText(problem.path("title").asText()));
            problem.path("errors").forEach(error -> text.append("\n  ")
                    .append(error.path("field").asText())
                    .append(": ")
                    .append(error.path("message").asText()));
        } catch (IOException noProblem) {
            text.append('.');
        }
        return text.toString();
    }
}
