package org.quartermaster.platform.migration;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A command of {@code deploy/migrate} that a service adds to those of all services, such as loading a list. It may be
 * repeated, and broken off at any time. Declared in {@code META-INF/services}; it runs without the service, so it has
 * no beans.
 */
public interface ServiceCommand {
    /** The database that it works on; the caller closes what it opens. */
    interface Databases {
        /** As the role that owns the tables. */
        Connection owner() throws SQLException;

        /** As the role of background workers, which may write rows of all tenants. */
        Connection system() throws SQLException;
    }

    /** The word that calls it. */
    String name();

    /** Its arguments and what it does, in one line. */
    String help();

    /**
     * Does the work.
     *
     * @param arguments those after the name
     * @param out where its progress is told
     * @return the exit code: 0 where all is well, 2 for wrong arguments
     */
    int run(Databases databases, List<String> arguments, PrintStream out) throws SQLException, IOException;
}
