package org.quartermaster.platform.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.quartermaster.local.ScratchDatabase;
import org.quartermaster.platform.migration.MigrationFile;
import org.quartermaster.platform.migration.SchemaColumns;

/** A service's empty database that a test takes up and down through its migrations. */
final class MigratedDatabase implements AutoCloseable {
    private final ScratchDatabase server;
    private final String owner;

    private MigratedDatabase(ScratchDatabase server, String owner) {
        this.server = server;
        this.owner = owner;
    }

    static MigratedDatabase start(String service) throws IOException, SQLException {
        var database = new MigratedDatabase(ScratchDatabase.start(service), service + "_owner");
        // Flyway makes the schema of the platform, and no migration takes it back.
        database.execute("create schema platform");
        return database;
    }

    Flyway flyway() {
        return Flyway.configure()
                .dataSource(server.jdbcUrl(), owner, "none")
                .locations("db/shared", "db/migration")
                .defaultSchema("public")
                .schemas("public", "platform")
                .outOfOrder(true)
                .load();
    }

    void up() {
        flyway().migrate();
    }

    void down() throws IOException, SQLException {
        var files = MigrationFile.all('U');
        Collections.reverse(files);
        for (var file : files) {
            try {
                execute(file.sql());
            } catch (SQLException failed) {
                throw new SQLException(file.name() + ": " + failed.getMessage(), failed);
            }
        }
        execute("drop table public.flyway_schema_history");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), owner, "none");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What the query of a file under {@code testing/} finds, a text for each row. */
    List<String> find(String file) throws SQLException, IOException {
        var lines = new ArrayList<String>();
        try (var in = MigratedDatabase.class.getResourceAsStream("/testing/" + file);
                var connection = server.connectAsSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
            while (rows.next()) {
                lines.add(rows.getString("line"));
            }
        }
        return lines;
    }

    /** A line for each column of the service's tables: its name and type. */
    List<String> columns() throws SQLException {
        try (var connection = server.connectAsSuperuser()) {
            return SchemaColumns.live(connection).entrySet().stream()
                    .map(column -> column.getKey() + " " + column.getValue())
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
