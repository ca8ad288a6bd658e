package org.quartermaster.local;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;

/** Runs a command on the empty database of a service, which is gone afterwards; {@code deploy/migrate} rehearses so. */
public final class ScratchRun {
    private ScratchRun() {}

    /** Takes the service and the command, which finds the database in QM_DB_URL; ends as the command ends. */
    public static void main(String... arguments) throws IOException, SQLException, InterruptedException {
        int code;
        try (ScratchDatabase database = ScratchDatabase.start(arguments[0])) {
            ProcessBuilder command = new ProcessBuilder(Arrays.copyOfRange(arguments, 1, arguments.length)).inheritIO();
            command.environment().put("QM_DB_URL", database.jdbcUrl().substring("jdbc:".length()));
            code = command.start().waitFor();
        }
        System.exit(code);
    }
}
