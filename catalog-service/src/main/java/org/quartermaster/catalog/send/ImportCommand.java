package org.quartermaster.catalog.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;

/** {@code deploy/import --list}: sends reference lists one after the other, waits for the end of each, tells its counts. */
public final class ImportCommand {
    private static final Set<String> OPEN = Set.of("queued", "running");
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int BAD_REQUEST = 400;
    private static final int SHOWN_ERRORS = 5;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String boundary = UUID.randomUUID().toString();
    private final SendOrder order;
    private final PrintStream out;

    private ImportCommand(SendOrder order, PrintStream out) {
        this.order = order;
        this.out = out;
    }

    /** Ends with 0 when all files were loaded, 1 when not, 2 for a wrong call. */
    public static void main(String... arguments) throws InterruptedException {
        System.exit(run(System.out, System.getenv("QM_TOKEN"), arguments));
    }

    static int run(PrintStream out, String token, String... arguments) throws InterruptedException {
        try {
            var order = SendOrder.of(arguments, token);
            var command = new ImportCommand(order, out);
            var isFine = true;
            for (var file : order.files()) {
                isFine &= command.send(file);
            }
            return isFine ? 0 : 1;
        } catch (IllegalArgumentException wrong) {
            out.println(wrong.getMessage());
            return 2;
        } catch (ConnectException nobody) {
            out.println("Nobody answers; start deploy/up, or give --url.");
            return 1;
        } catch (IOException failed) {
            out.println(failed.getMessage());
            return 1;
        }
    }

    private boolean send(Path file) throws IOException, InterruptedException {
        var kind = URLEncoder.encode(order.kind(), StandardCharsets.UTF_8);
        var accepted = answer(request("/api/v1/imports/" + kind)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(form(file)));
        var job = "/api/v1/jobs/" + accepted.path("job_id").asText();
        var ended = answer(request(job).GET());
        while (OPEN.contains(ended.path("state").asText())) {
            Thread.sleep(LOOK.toMillis());
            ended = answer(request(job).GET());
        }
        tell(file, ended);
        return ended.path("state").asText().equals("succeeded");
    }

    private void tell(Path file, JsonNode job) {
        out.println(file.getFileName() + ": " + job.path("state").asText());
        job.path("result").properties().stream()
                .filter(count -> count.getValue().isNumber())
                .forEach(count -> out.println(
                        "  " + count.getKey() + ": " + count.getValue().asText()));
        for (var i = 0; i < Math.min(SHOWN_ERRORS, job.path("errors").size()); i++) {
            out.println("  " + job.get("errors").get(i));
        }
    }

    /** A form that is read from the file while it is sent, however long it is. */
    private BodyPublisher form(Path file) throws IOException {
        var parts = new ArrayList<BodyPublisher>();
        order.options().forEach((name, value) -> parts.add(text("""
                --%s\r
                Content-Disposition: form-data; name="%s"\r
                \r
                %s\r
                """.formatted(boundary, name, value))));
        parts.add(text("""
                --%s\r
                Content-Disposition: form-data; name="file"; filename="list"\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(boundary)));
        parts.add(BodyPublishers.ofFile(file));
        parts.add(text("\r\n--%s--\r\n".formatted(boundary)));
        return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
    }

    private static BodyPublisher text(String part) {
        return BodyPublishers.ofString(part);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(order.service() + path));
        return order.token() == null ? request : request.header("Authorization", "Bearer " + order.token());
    }

    private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofByteArray());
        var body = json.readTree(answer.body());
        if (answer.statusCode() >= BAD_REQUEST) {
            throw new IOException("The service answered " + answer.statusCode() + ": "
                    + body.path("detail").asText(body.path("title").asText()));
        }
        return body;
    }
}
