package org.quartermaster.procurement.supervision;

import java.sql.SQLException;
import java.text.Normalizer;
import java.util.Locale;
import org.quartermaster.platform.job.JobCommand;

/** What {@code deploy/bootstrap-operator EMAIL} runs: it orders the job {@link OperatorBootstrap}. */
public final class BootstrapOperator {
    private BootstrapOperator() {}

    /** Argument: the address of somebody who has registered and proved it. */
    public static void main(String... arguments) throws SQLException, InterruptedException {
        var email =
                Normalizer.normalize(arguments[0], Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        if (!email.matches("[^\\s\"\\\\@]+@[^\\s\"\\\\@]+")) {
            System.err.println("Not an e-mail address: " + arguments[0]);
            System.exit(2);
        }
        try (var connection = JobCommand.open("procurement")) {
            var end = JobCommand.run(connection, OperatorBootstrap.NAME, "{\"email\": \"" + email + "\"}");
            System.out.println(
                    end.isDone()
                            ? email + " runs this installation from the next sign-in to its organization on."
                            : end.errors().contains(OperatorBootstrap.UNKNOWN.code())
                                    ? "Not done: nobody with a verified address is registered as " + email + "."
                                    : "Not done (" + end.state() + "): " + end.errors());
            System.exit(end.isDone() ? 0 : 1);
        }
    }
}
