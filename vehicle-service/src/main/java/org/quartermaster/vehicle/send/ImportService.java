package org.quartermaster.vehicle.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongConsumer;

/** The API of the service as one who imports files sees it. */
final class ImportService {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final SendOrder order;

    ImportService(SendOrder order) {
        this.order = order;
    }

    /** The service said no, for a reason that another try does not change. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(String reason) {
            super(reason);
        }
    }

    /** Hears before a long upload whether the sender may import at all. */
    void requireReady() throws IOException, InterruptedException {
        try {
            get("/api/v1/imports?limit=1");
        } catch (ConnectException nobody) {
            throw new IOException("Nobody answers at " + order.service() + "; start deploy/up, or give --url.", nobody);
        }
    }

    /** Sends a file; what came of it, as the service shows it. */
    JsonNode send(Path file, LongConsumer sent) throws IOException, InterruptedException {
        var request = request(order.target(file))
                .header("Content-Type", "application/octet-stream")
                .POST(body(file, sent))
                .build();
        return answer(request);
    }

    /** One resource; null where there is none. */
    JsonNode get(String path) throws IOException, InterruptedException {
        var request = request(URI.create(order.service() + path))
                .timeout(Duration.ofSeconds(30))
                .GET();
        return answer(request.build());
    }

    private HttpRequest.Builder request(URI target) {
        var request = HttpRequest.newBuilder(target);
        return order.token() == null ? request : request.header("Authorization", "Bearer " + order.token());
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() == NOT_FOUND) {
            return null;
        }
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

    private static BodyPublisher body(Path file, LongConsumer sent) throws IOException {
        var bytes = Files.size(file);
        return bytes == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> open(file, sent)), bytes);
    }

    private static InputStream open(Path file, LongConsumer sent) {
        try {
            return new Watched(Files.newInputStream(file), sent);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Tells how much of a file was read. */
    private static final class Watched extends FilterInputStream {
        private final LongConsumer sent;
        private long count;

        Watched(InputStream file, LongConsumer sent) {
            super(file);
            this.sent = sent;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var read = super.read(target, offset, length);
            count += Math.max(read, 0);
            sent.accept(count);
            return read;
        }
    }
}
