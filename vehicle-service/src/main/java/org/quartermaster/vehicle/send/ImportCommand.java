package org.quartermaster.vehicle.send;

import java.io.IOException;
import java.io.PrintStream;

/** What {@code deploy/import} runs: sends files to a running service, one after the other, and shows what they did. */
public final class ImportCommand {
    private static final int WRONG_USE = 2;

    private ImportCommand() {}

    /** Ends with 0 when all files were loaded, 1 when one was not, 2 when it was not asked as its usage says. */
    public static void main(String... arguments) throws InterruptedException {
        System.exit(run(System.out, System.getenv("QM_TOKEN"), arguments));
    }

    static int run(PrintStream out, String token, String... arguments) throws InterruptedException {
        try {
            return sendAll(SendOrder.of(arguments, token), out) ? 0 : 1;
        } catch (IllegalArgumentException wrong) {
            out.println(wrong.getMessage());
            return WRONG_USE;
        } catch (IOException failed) {
            out.println(failed.getMessage());
            return 1;
        }
    }

    /** NB: in their order, and each to its end, so that the last one is the newest snapshot that was seen. */
    private static boolean sendAll(SendOrder order, PrintStream out) throws IOException, InterruptedException {
        var service = new ImportService(order);
        service.requireReady();
        var isFine = true;
        for (var file : order.files()) {
            var ended = new Sending(service, new ProgressBar(out, System.console() != null)).send(file);
            out.print(Account.of(file.getFileName().toString(), ended));
            isFine &= Account.isFine(ended);
        }
        return isFine;
    }
}
