package org.quartermaster.procurement.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** {@code deploy/import --ocds}: sends OCDS files one after the other, waits for the end of each and tells its counts. */
public final class ImportCommand {
    private static final Set<String> OPEN = Set.of("queued", "running");
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int BAD_REQUEST = 400;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
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
        var query = "?source=" + URLEncoder.encode(order.source(), StandardCharsets.UTF_8) + "&mode=" + order.mode()
                + "&events=" + order.events();
        var accepted = answer(request("/api/v1/ocds/imports" + query)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofFile(file)));
        var job = accepted.path("job_id").asText();
        var ended = get(job);
        while (OPEN.contains(ended.path("state").asText())) {
            Thread.sleep(LOOK.toMillis());
            ended = get(job);
        }
        out.println(file.getFileName() + ": " + ended.path("state").asText() + " (" + job + ")");
        ended.path("result")
                .properties()
                .forEach(count -> out.println("  " + count.getKey().replace('_', ' ') + ": "
                        + count.getValue().asText()));
        return ended.path("state").asText().equals("succeeded");
    }

    private JsonNode get(String job) throws IOException, InterruptedException {
        return answer(request("/api/v1/ocds/imports/" + job).GET());
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
