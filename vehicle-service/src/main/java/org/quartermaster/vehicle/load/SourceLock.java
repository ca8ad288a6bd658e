package org.quartermaster.vehicle.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** Whoever writes the lots of a source holds its lock until the end of his transaction: one at a time. */
public final class SourceLock {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 22))";
    private static final String NOT_AVAILABLE = "55P03";
    private static final ProblemType IMPORT_RUNNING = new ProblemType(409, "import_running");

    private SourceLock() {}

    /** Waits for an import of the source that runs. */
    public static void hold(Connection connection, String source) throws SQLException {
        Sql.query(connection, LOCK, row -> null, source);
    }

    /** As above, but no longer than a client waits for an answer; then 409. */
    public static void holdSoon(Connection connection, String source) throws SQLException {
        Sql.update(connection, "set local lock_timeout = '10s'");
        try {
            hold(connection, source);
        } catch (SQLException refused) {
            if (NOT_AVAILABLE.equals(refused.getSQLState())) {
                throw Problem.of(IMPORT_RUNNING).with(Map.of("Retry-After", "10"));
            }
            throw refused;
        }
        Sql.update(connection, "set local lock_timeout to default");
    }
}
