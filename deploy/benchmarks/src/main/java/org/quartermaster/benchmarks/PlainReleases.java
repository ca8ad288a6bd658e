package org.quartermaster.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * The yardstick of OCDS imports: COPY of the file as it is into one column and a set-based merge in plain SQL, in one
 * transaction as superuser, into a database with the same tables, indexes, constraints and triggers. It judges, repairs
 * and parts nothing, and compiles by laying one release over the other.
 */
final class PlainReleases {
    static final String DATABASE = "yardstick";
    private static final int BUFFER = 256 * 1024;

    /** NB: characters that JSON does not have, so that each line is one value. */
    private static final String COPY = "copy staged (raw) from stdin (format csv, quote e'\\x01', delimiter e'\\x02')";

    private final Stand stand;

    PlainReleases(Stand stand) {
        this.stand = stand;
    }

    /** Imports a file; how long it took in seconds. */
    double load(Path file) throws SQLException, IOException {
        var begin = System.nanoTime();
        try (var connection = stand.connect(DATABASE, "postgres");
                var in = Files.newInputStream(file)) {
            connection.setAutoCommit(false);
            execute(connection, TenderMass.sql("aggregate.sql"), TenderMass.sql("stage.sql"));
            new CopyManager(connection.unwrap(BaseConnection.class)).copyIn(COPY, in, BUFFER);
            execute(connection, TenderMass.sql("merge.sql").split(";\n"));
            connection.commit();
        }
        return Imports.since(begin);
    }

    /** Fails unless both databases hold the same tenders, but for ids and hashes. */
    void requireSame() throws SQLException, IOException {
        var ours = Ask.text(stand, stand.name, TenderMass.sql("same.sql"));
        var theirs = Ask.text(stand, DATABASE, TenderMass.sql("same.sql"));
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
}
