package org.quartermaster.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * The yardstick of imports: COPY of the file as it is into 59 text columns and a set-based merge in plain SQL, in one
 * transaction as superuser, into a database with the same tables, indexes, constraints and triggers. It judges no record.
 */
final class PlainImport {
    static final String DATABASE = "yardstick";
    private static final int BUFFER = 256 * 1024;
    private static final String COPY = "copy staged from stdin (format csv, header)";
    private static final String FILE = """
            insert into raw.csv_files (file_id, path, sha256, bytes, source, snapshot_at, mode, state)
            values ('%s', 'yardstick', '%s', 1, 'copart', '%s', 'snapshot', 'loaded')
            """;
    private static final String ABOUT = """
            create temporary table this_load on commit drop as
            select file_id, source, snapshot_at from raw.csv_files where file_id = '%s'
            """;

    private final Stand stand;

    PlainImport(Stand stand) {
        this.stand = stand;
    }

    /** Imports a file; how long it took in seconds. */
    double load(Path file, Instant at) throws SQLException, IOException {
        var begin = System.nanoTime();
        var id = UUID.randomUUID().toString();
        try (var connection = stand.connect(DATABASE, "postgres");
                var in = Files.newInputStream(file)) {
            connection.setAutoCommit(false);
            var hash = id.replace("-", "").repeat(2);
            execute(connection, FILE.formatted(id, hash, at), ABOUT.formatted(id), sql("stage.sql"));
            new CopyManager(connection.unwrap(BaseConnection.class)).copyIn(COPY, in, BUFFER);
            execute(connection, sql("understand.sql").split(";\n"));
            execute(connection, sql("merge.sql").split(";\n"));
            connection.commit();
        }
        return Imports.since(begin);
    }

    /** Fails unless both databases hold the same lots, but for ids and hashes. */
    void requireSame() throws SQLException, IOException {
        var ours = Ask.text(stand, stand.name, sql("same.sql"));
        var theirs = Ask.text(stand, DATABASE, sql("same.sql"));
        if (!ours.equals(theirs)) {
            throw new IllegalStateException("the service has " + ours + ", the yardstick " + theirs);
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String sql(String file) throws IOException {
        try (InputStream in = PlainImport.class.getResourceAsStream("/sql/market/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
