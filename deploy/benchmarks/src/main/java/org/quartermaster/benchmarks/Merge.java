package org.quartermaster.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * The yardstick of batches: COPY into a staging table and a set-based merge in plain SQL, which locks the machines,
 * skips duplicates, writes history, days, present values, meters and one event a machine; without any rule, as superuser.
 */
final class Merge {
    private static final String STAGED = """
            create temporary table staged (equipment_id text, recorded_at timestamptz, sample_key uuid, fuel numeric(5, 2),
              hours numeric(10, 2), lat float8, lon float8, speed real, engine boolean) on commit delete rows
            """;

    private final Stand stand;
    private final String[] statements;

    Merge(Stand stand) throws IOException {
        this.stand = stand;
        try (InputStream in = Merge.class.getResourceAsStream("/sql/merge.sql")) {
            statements = new String(in.readAllBytes(), StandardCharsets.UTF_8).split(";\n");
        }
    }

    /** Merges batches, each a transaction, in several connections; how long it took in seconds. */
    double run(int batches, int connections, IntFunction<String> rows) throws SQLException {
        var next = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(connections);
        var begin = System.nanoTime();
        try {
            Callable<Void> work = () -> {
                all(batches, next, rows);
                return null;
            };
            var running = new ArrayList<Future<Void>>();
            for (var i = 0; i < connections; i++) {
                running.add(threads.submit(work));
            }
            for (var each : running) {
                each.get();
            }
        } catch (InterruptedException | ExecutionException failed) {
            throw new SQLException("the yardstick failed", failed);
        } finally {
            threads.shutdownNow();
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private void all(int batches, AtomicInteger next, IntFunction<String> rows) throws SQLException, IOException {
        try (var connection = stand.superuser()) {
            connection.createStatement().execute(STAGED);
            connection.setAutoCommit(false);
            for (var n = next.getAndIncrement(); n < batches; n = next.getAndIncrement()) {
                merge(connection, rows.apply(n));
            }
        }
    }

    private void merge(Connection connection, String rows) throws SQLException, IOException {
        new CopyManager(connection.unwrap(BaseConnection.class))
                .copyIn("copy staged from stdin", new StringReader(rows));
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
        connection.commit();
    }
}
