package org.quartermaster.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A server of its own with the empty database of one service, gone after use.
 * A second database of the shared server would not do: migrations name the roles, and roles carry the database's name.
 */
public final class ScratchDatabase implements AutoCloseable {
    private final String service;
    private final Path folder;
    private final EmbeddedDatabase server;

    private ScratchDatabase(String service, Path folder, EmbeddedDatabase server) {
        this.service = service;
        this.folder = folder;
        this.server = server;
    }

    public static ScratchDatabase start(String service) throws IOException, SQLException {
        var folder = Files.createTempDirectory("quartermaster-scratch");
        var server = EmbeddedDatabase.start(
                folder.resolve("postgres"), Processes.freePort(), false, folder.resolve("postgres.log"));
        var database = new ScratchDatabase(service, folder, server);
        try {
            DatabaseBootstrap.embedded(server.port()).run(service);
        } catch (SQLException failed) {
            database.close();
            throw failed;
        }
        return database;
    }

    /** For the service's roles, which need no password here. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.port(), service);
    }

    public Connection connectAsSuperuser() throws SQLException {
        return DatabaseBootstrap.embedded(server.port()).connect(service);
    }

    @Override
    public void close() throws IOException {
        server.close();
        Folders.delete(folder);
    }
}
