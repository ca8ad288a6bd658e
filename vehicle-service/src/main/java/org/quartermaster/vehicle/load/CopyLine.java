package org.quartermaster.vehicle.load;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The connection's one {@code copy ... from stdin} at a time, which goes on until another one is wanted. */
final class CopyLine {
    private final Connection connection;
    private CopyIn open;
    private String running;

    CopyLine(Connection connection) {
        this.connection = connection;
    }

    /** The copy of a statement; ends the one of another. */
    CopyIn take(String sql) throws SQLException {
        if (!sql.equals(running)) {
            end();
            open = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
            running = sql;
        }
        return open;
    }

    /** Ends what is open, so that the connection is free for statements. */
    void end() throws SQLException {
        if (running != null) {
            running = null;
            open.endCopy();
        }
    }

    /** Gives what is open up, so that the connection is free for the rollback. */
    void cancel() throws SQLException {
        if (running != null && open.isActive()) {
            open.cancelCopy();
        }
    }
}
