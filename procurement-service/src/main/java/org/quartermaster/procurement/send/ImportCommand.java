package org.quartermaster.procurement.send;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.quartermaster.platform.send.SendCommand;
import org.quartermaster.platform.send.SendOptions;
import org.quartermaster.platform.send.SendOrder;
import org.quartermaster.platform.send.ServiceClient;

/** {@code deploy/import --ocds}: sends OCDS files to a running service and tells their counts. */
public final class ImportCommand {
    private static final String IMPORTS = "/api/v1/ocds/imports";
    private static final SendOptions OPTIONS = new SendOptions("http://localhost:8104")
            .with("--source", "source")
            .with("--strict", "mode", "strict")
            .with("--silent", "events", "none");

    private ImportCommand() {}

    /** Ends with 0 when all files were loaded, 1 when not, 2 for a wrong call. */
    public static void main(String... arguments) throws InterruptedException {
        System.exit(run(System.out, System.getenv("QM_TOKEN"), arguments));
    }

    static int run(PrintStream out, String token, String... arguments) throws InterruptedException {
        return SendCommand.run(OPTIONS, (order, service) -> sendAll(order, service, out), out, token, arguments);
    }

    private static boolean sendAll(SendOrder order, ServiceClient service, PrintStream out)
            throws IOException, InterruptedException {
        if (!order.parameters().containsKey("source")) {
            throw new IllegalArgumentException("Name a --source; see deploy/import --help.");
        }
        var isFine = true;
        for (var file : order.files()) {
            var accepted = service.post(
                    SendOrder.path(IMPORTS, order.parameters()),
                    "application/octet-stream",
                    BodyPublishers.ofFile(file));
            var job = accepted.path("job_id").asText();
            var ended = service.ended(IMPORTS + "/" + job, seen -> {});
            tell(out, file, job, ended);
            isFine &= ended.path("state").asText().equals("succeeded");
        }
        return isFine;
    }

    private static void tell(PrintStream out, Path file, String job, JsonNode ended) {
        out.println(file.getFileName() + ": " + ended.path("state").asText() + " (" + job + ")");
        ended.path("result")
                .properties()
                .forEach(count -> out.println("  " + count.getKey().replace('_', ' ') + ": "
                        + count.getValue().asText()));
    }
}
