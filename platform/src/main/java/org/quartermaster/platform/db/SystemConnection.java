package org.quartermaster.platform.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
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
}
