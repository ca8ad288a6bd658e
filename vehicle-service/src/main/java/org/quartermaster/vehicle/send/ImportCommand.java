package org.quartermaster.vehicle.send;

import java.io.IOException;

/** What {@code deploy/import} runs: sends files to a running service, one after the other, and shows what they did. */
public final class ImportCommand {
    private static final int WRONG_USE = 2;

    private ImportCommand() {}

    /** Ends with 0 when all files were loaded, 1 when one was not, 2 when it was not asked as its usage says. */
    public static void main(String... arguments) throws InterruptedException {
        System.exit(run(arguments));
    }

    static int run(String... arguments) throws InterruptedException {
        try {
            var order = SendOrder.of(arguments, System.getenv("QM_TOKEN"));
            return sendAll(order) ? 0 : 1;
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            return WRONG_USE;
        } catch (IOException failed) {
            System.err.println(failed.getMessage());
            return 1;
        }
    }

    /** NB: in their order, and each to its end, so that the last one is the newest snapshot that was seen. */
    private static boolean sendAll(SendOrder order) throws IOException, InterruptedException {
        var service = new ImportService(order);
        service.requireReady();
        var isFine = true;
        for (var file : order.files()) {
            var ended = new Sending(service, new ProgressBar(System.out, System.console() != null)).send(file);
            System.out.print(Account.of(file.getFileName().toString(), ended));
            isFine &= Account.isFine(ended);
        }
        return isFine;
    }
}
