package org.quartermaster.platform.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;

/** Background work that one replica does at a time; the others find it taken and leave it until the next turn. */
@ApplicationScoped
public class OneReplica {
    private static final String LOCK = "select pg_try_advisory_lock(hashtextextended(?, 0))";

    private final SystemConnection database;

    @Inject
    public OneReplica(SystemConnection database) {
        this.database = database;
    }

    /** Work on a connection of the system role, which commits each statement. */
    @FunctionalInterface
    public interface Work {
        void run(Connection connection) throws SQLException;
    }

    /**
     * Does the work unless another replica is doing it. The lock ends with the connection, so it is free again when the
     * work is done or its process dies.
     *
     * @param name of the work, unique within the service
     */
    public void run(String name, Work work) throws SQLException {
        try (var connection = database.open()) {
            if (isFree(connection, name)) {
                work.run(connection);
            }
        }
    }

    private static boolean isFree(Connection connection, String name) throws SQLException {
        return Sql.query(connection, LOCK, row -> row.getBoolean(1), name).get(0);
    }
}
