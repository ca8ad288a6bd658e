package org.quartermaster.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * The yardstick of imports of articles: COPY of the file as it is, one merge, and one insert of log and outbox rows in
 * plain SQL, in one transaction as superuser, into a database with the same tables, indexes, constraints and triggers.
 * It judges and cleans nothing.
 */
final class PlainList {
    static final String DATABASE = "yardstick";
    private static final int BUFFER = 256 * 1024;
    private static final String COPY = "copy staged from stdin (format csv, header)";

    private final Stand stand;

    PlainList(Stand stand) {
        this.stand = stand;
    }

    /** Imports a file; how long it took in seconds. */
    double load(Path file) throws SQLException, IOException {
        var begin = System.nanoTime();
        try (var connection = stand.connect(DATABASE, "postgres");
                var in = Files.newInputStream(file)) {
            connection.setAutoCommit(false);
            Stand.execute(connection, ProductMass.sql("list-stage.sql"));
            new CopyManager(connection.unwrap(BaseConnection.class)).copyIn(COPY, in, BUFFER);
            Stand.execute(connection, "analyze staged");
            Stand.execute(connection, ProductMass.sql("list-merge.sql").formatted(Stand.TENANT, Stand.user(0)));
            connection.commit();
        }
        return Imports.since(begin);
    }

    /** Fails unless both databases hold the same articles, log and events in number. */
    void requireSame() throws SQLException, IOException {
        var ours = Ask.text(stand, stand.name, ProductMass.sql("list-same.sql"));
        var theirs = Ask.text(stand, DATABASE, ProductMass.sql("list-same.sql"));
        if (!ours.equals(theirs)) {
            throw new IllegalStateException("the service has " + ours + ", the yardstick " + theirs);
        }
    }
}
