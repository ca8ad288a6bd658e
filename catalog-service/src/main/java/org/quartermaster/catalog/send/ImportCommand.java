package org.quartermaster.catalog.send;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.quartermaster.platform.send.SendCommand;
import org.quartermaster.platform.send.SendOptions;
import org.quartermaster.platform.send.SendOrder;
import org.quartermaster.platform.send.ServiceClient;

/** {@code deploy/import --list}: sends reference lists to a running service and tells their counts. */
public final class ImportCommand {
    private static final int SHOWN_ERRORS = 5;
    private static final SendOptions OPTIONS = new SendOptions("http://localhost:8103")
            .with("--list", ListForm.KIND)
            .with("--full", "full", "true")
            .with("--dry-run", "dry_run", "true")
            .with("--release", "release");

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
        var form = new ListForm(order);
        var isFine = true;
        for (var file : order.files()) {
            var accepted = service.post(form.path(), form.type(), form.of(file));
            var ended = service.ended("/api/v1/jobs/" + accepted.path("job_id").asText(), seen -> {});
            tell(out, file, ended);
            isFine &= ended.path("state").asText().equals("succeeded");
        }
        return isFine;
    }

    private static void tell(PrintStream out, Path file, JsonNode job) {
        out.println(file.getFileName() + ": " + job.path("state").asText());
        job.path("result").properties().stream()
                .filter(count -> count.getValue().isNumber())
                .forEach(count -> out.println(
                        "  " + count.getKey() + ": " + count.getValue().asText()));
        for (var i = 0; i < Math.min(SHOWN_ERRORS, job.path("errors").size()); i++) {
            out.println("  " + job.get("errors").get(i));
        }
    }
}
