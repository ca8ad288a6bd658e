package org.quartermaster.system;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What clients ask of a service that is about to end, and what they hear of it. */
final class Traffic {
    private static final Pattern ID = Pattern.compile("\"equipment_id\":\"([^\"]+)\"");
    private static final String MACHINE = "{\"name\": \"Acknowledged\", \"equipment_type\": \"pump\"}";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String root;
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private volatile int acknowledgedWhileReady = -1;

    Traffic(int port) {
        this.root = "http://127.0.0.1:" + port;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path)).timeout(Duration.ofSeconds(30));
    }

    /** Ids of the machines that the service said it has. */
    Queue<String> acknowledged() {
        return acknowledged;
    }

    /** What was answered that is neither a success nor 503. */
    Queue<String> wrong() {
        return wrong;
    }

    /** Whether machines were still registered when the service had already said that it is not ready. */
    boolean wentOnWhenNotReady() {
        return acknowledgedWhileReady >= 0 && acknowledged.size() > acknowledgedWhileReady;
    }

    /** Registers machines one after the other, in so many threads, until nobody takes the connection any more. */
    void write(int threads) {
        for (var n = 0; n < threads; n++) {
            new Thread(this::writeOn, "writer-" + n).start();
        }
    }

    private void writeOn() {
        var post = request("/api/v1/equipment")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(MACHINE))
                .build();
        while (true) {
            try {
                hear(http.send(post, HttpResponse.BodyHandlers.ofString()));
            } catch (ConnectException | InterruptedException gone) {
                return;
            } catch (IOException closed) {
                // A connection that was closed before it was used; what was stored for it would come to light.
            }
        }
    }

    private void hear(HttpResponse<String> answer) {
        if (answer.statusCode() == 201) {
            var id = ID.matcher(answer.body());
            acknowledged.add(id.find() ? id.group(1) : answer.body());
        } else if (answer.statusCode() != 503) {
            wrong.add(answer.statusCode() + " " + answer.body());
        }
    }

    int importMachines(String csv) throws IOException, InterruptedException {
        var post = request("/api/v1/equipment/import?mode=create")
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(csv))
                .build();
        return http.send(post, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /** The lines of a stream, once it has ended in good order; fails when it was cut off. */
    CompletableFuture<Set<String>> listen(String path) {
        return http.sendAsync(
                        HttpRequest.newBuilder(URI.create(root + path)).build(), HttpResponse.BodyHandlers.ofLines())
                .thenApplyAsync(answer -> answer.body().collect(Collectors.toSet()));
    }

    /** The statuses of the readiness until nobody answers any more. */
    Set<Integer> readinessUntilGone() {
        var seen = new HashSet<Integer>();
        try {
            while (true) {
                var status = http.send(request("/q/health/ready").build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (seen.add(status) && status == 503) {
                    acknowledgedWhileReady = acknowledged.size();
                }
                Thread.sleep(50);
            }
        } catch (IOException | InterruptedException gone) {
            return seen;
        }
    }
}
