package org.quartermaster.platform.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A prepared statement whose parameters are bound in their order. */
final class JobStatement {
    private final PreparedStatement statement;
    private int bound;

    private JobStatement(PreparedStatement statement) {
        this.statement = statement;
    }

    static JobStatement of(Connection connection, String sql) throws SQLException {
        return new JobStatement(connection.prepareStatement(sql));
    }

    JobStatement bind(Object... values) throws SQLException {
        for (var value : values) {
            statement.setObject(++bound, value);
        }
        return this;
    }

    PreparedStatement prepared() {
        return statement;
    }

    int update() throws SQLException {
        try (statement) {
            return statement.executeUpdate();
        }
    }
}
