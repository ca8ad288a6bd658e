package org.quartermaster.benchmarks;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;

/** Imports files of feeds as a data admin does, and empties the market again. */
final class Imports {
    private static final Set<String> OPEN = Set.of("queued", "running");
    private static final long LOOK_MILLIS = 50;
    private static final String EMPTY = """
            truncate vehicle.vehicles, vehicle.lots, vehicle.make_model_counts, raw.csv_files, audit.etl_runs,
              audit.lot_events, audit.vin_conflicts, audit.upsert_conflicts, audit.unknown_values, audit.column_stats
            restart identity cascade
            """;

    private final Stand stand;
    private final Api api;

    Imports(Stand stand) {
        this.stand = stand;
        this.api = new Api(stand);
    }

    /**
     * How an import went.
     *
     * @param received seconds until the upload was answered
     * @param seconds until it was seen to be completed
     */
    record Done(double received, double seconds, JsonObject shown) {
        long count(String name) {
            return shown.getJsonObject("counts").getLong(name);
        }
    }

    /** Sends a file and waits until it is loaded; fails when it is not. */
    Done load(Path file, String source, Instant at) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        var shown = api.upload("/api/v1/imports?source=" + source + "&snapshot_at=" + at, "text/csv", file);
        var received = since(begin);
        while (OPEN.contains(shown.getString("state"))) {
            Thread.sleep(LOOK_MILLIS);
            shown = api.get("/api/v1/imports/" + shown.getString("import_id"));
        }
        if (!shown.getString("state").equals("completed")) {
            throw new IllegalStateException("the import ended badly: " + shown.encode());
        }
        return new Done(received, since(begin), shown);
    }

    /** Takes all lots, vehicles and files out of a database that has the tables of the service. */
    void empty(String database) throws SQLException {
        execute(database, EMPTY);
    }

    /** Leaves nothing to be done later by the background for what was written so far. */
    void settle(String database) throws SQLException {
        execute(database, "vacuum (freeze, analyze)", "checkpoint");
    }

    private void execute(String database, String... statements) throws SQLException {
        try (var connection = stand.connect(database, "postgres");
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
