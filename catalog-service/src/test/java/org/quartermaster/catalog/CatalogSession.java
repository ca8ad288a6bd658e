package org.quartermaster.catalog;

import java.sql.Connection;
import java.sql.SQLException;

/** Plain SQL as one of the service's roles, each statement a transaction of its own. */
public final class CatalogSession implements AutoCloseable {
    private final Connection connection;

    private CatalogSession(Connection connection) {
        this.connection = connection;
    }

    /** As the role that serves requests, within a tenant. */
    public static CatalogSession in(String tenant) throws SQLException {
        var session = as("catalog_app");
        session.run("select set_config('app.tenant_id', '%s', false)".formatted(tenant));
        return session;
    }

    public static CatalogSession as(String role) throws SQLException {
        return new CatalogSession(CatalogDatabase.as(role));
    }

    public void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row; null where there is none. */
    public String value(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
