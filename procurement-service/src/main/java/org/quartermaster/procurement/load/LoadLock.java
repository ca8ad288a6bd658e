package org.quartermaster.procurement.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** Whoever compiles processes holds this lock until the end of his transaction: one at a time. */
public final class LoadLock {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('procurement.processes', 0))";
    private static final String NOT_AVAILABLE = "55P03";
    private static final ProblemType IMPORT_RUNNING = new ProblemType(409, "import_running");

    private LoadLock() {}

    /** Waits for a load that runs. */
    static void hold(Connection connection) throws SQLException {
        Sql.query(connection, LOCK, row -> null);
    }

    /** As above, but no longer than a client waits for an answer; then 409. */
    public static void holdSoon(Connection connection) throws SQLException {
        Sql.update(connection, "set local lock_timeout = '10s'");
        try {
            hold(connection);
        } catch (SQLException refused) {
            if (NOT_AVAILABLE.equals(refused.getSQLState())) {
                throw Problem.of(IMPORT_RUNNING).with(Map.of("Retry-After", "10"));
            }
            throw refused;
        }
        Sql.update(connection, "set local lock_timeout to default");
    }
}
