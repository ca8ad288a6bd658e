package org.quartermaster.vehicle.send;

import java.io.IOException;
import java.io.PrintStream;
import org.quartermaster.platform.send.SendCommand;
import org.quartermaster.platform.send.SendOptions;
import org.quartermaster.platform.send.SendOrder;
import org.quartermaster.platform.send.ServiceClient;

/** What {@code deploy/import} runs: sends feed files to a running service and shows what they did. */
public final class ImportCommand {
    private static final SendOptions OPTIONS = new SendOptions("http://localhost:8102")
            .with("--source", "source")
            .with("--snapshot-at", "snapshot_at")
            .with("--partial", "mode", "partial")
            .with("--dry-run", "dry_run", "true");

    private ImportCommand() {}

    /** Ends with 0 when all files were loaded, 1 when one was not, 2 when it was not asked as its usage says. */
    public static void main(String... arguments) throws InterruptedException {
        System.exit(run(System.out, System.getenv("QM_TOKEN"), arguments));
    }

    static int run(PrintStream out, String token, String... arguments) throws InterruptedException {
        return SendCommand.run(OPTIONS, (order, service) -> sendAll(order, service, out), out, token, arguments);
    }

    /** NB: in their order, and each to its end, so that the last one is the newest snapshot that was seen. */
    private static boolean sendAll(SendOrder order, ServiceClient service, PrintStream out)
            throws IOException, InterruptedException {
        // Who may not import hears it before a long upload.
        service.get(Sending.IMPORTS + "?limit=1");
        var isFine = true;
        for (var file : order.files()) {
            var ended = new Sending(order, service, new ProgressBar(out, System.console() != null)).send(file);
            out.print(Account.of(file.getFileName().toString(), ended));
            isFine &= Account.isFine(ended);
        }
        return isFine;
    }
}
