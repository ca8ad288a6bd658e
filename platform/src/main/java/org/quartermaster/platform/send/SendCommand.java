package org.quartermaster.platform.send;

import java.io.IOException;
import java.io.PrintStream;

/** A command that sends files to a running service, one after the other, and tells what came of each. */
public final class SendCommand {
    private static final int WRONG_USE = 2;

    private SendCommand() {}

    /** Sends the files of an order; false where one of them was not taken whole. */
    public interface Sending {
        /**
         * Sends them in their order, each to its end.
         *
         * @throws IOException with a reason for people
         * @throws IllegalArgumentException with what is wrong with the order, for people
         */
        boolean sendAll(SendOrder order, ServiceClient service) throws IOException, InterruptedException;
    }

    /**
     * Runs the command: 0 when all files were taken, 1 when not, 2 when it was not asked as its usage says.
     *
     * @param token of the one who sends, or null
     * @param out where what is wrong is told
     */
    public static int run(SendOptions options, Sending sending, PrintStream out, String token, String... words)
            throws InterruptedException {
        try {
            var order = options.read(token, words);
            return sending.sendAll(order, new ServiceClient(order)) ? 0 : 1;
        } catch (IllegalArgumentException wrong) {
            out.println(wrong.getMessage());
            return WRONG_USE;
        } catch (IOException failed) {
            out.println(failed.getMessage());
            return 1;
        }
    }
}
