package org.quartermaster.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The connection's one {@code copy ... from stdin} at a time, which goes on until another one is wanted. */
public final class CopyLine {
    private final Connection connection;
    private CopyIn open;
    private String running;

    public CopyLine(Connection connection) {
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

    /** Ends what is open, so that the connection is free for statements; the number of rows that it took. */
    public long end() throws SQLException {
        if (running == null) {
            return 0;
        }
        running = null;
        return open.endCopy();
    }

    /** Gives what is open up, so that the connection is free for the rollback. */
    public void cancel() throws SQLException {
        if (running != null && open.isActive()) {
            open.cancelCopy();
        }
    }
}
