package org.quartermaster.platform.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import org.quartermaster.platform.PlatformConfig;

/**
 * Blocking connections of the role {@code <svc>_system} for background threads that own one, such as the relay.
 * NB: not pooled, because an advisory lock lives as long as its session.
 */
@ApplicationScoped
public final class SystemConnection {
    private final PlatformConfig config;

    @Inject
    public SystemConnection(PlatformConfig config) {
        this.config = config;
    }

    /** Opens a connection; the caller closes it. */
    public Connection open() throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl("jdbc:" + config.db().url());
        source.setUser(config.service() + "_system");
        source.setPassword(config.db().systemPassword());
        source.setTcpKeepAlive(true);
        source.setConnectTimeout(5);
        source.setApplicationName(config.service() + "-system");
        return source.getConnection();
    }

    /** What one row of a result says. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** All rows of a query without parameters, which bounds their number itself. */
    public static <T> List<T> find(Connection connection, String sql, RowReader<T> reader) throws SQLException {
        var found = new ArrayList<T>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(reader.read(rows));
            }
        }
        return found;
    }
}
