package org.quartermaster.benchmarks;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongFunction;

/** The yardstick of product searches: the same statements through pgjdbc, as the role of the service in its tenant. */
final class PlainProducts implements AutoCloseable {
    private static final String TENANT = "select set_config('app.tenant_id', '%s', false)";
    private static final String SIMILAR = "select asked_word, word, likeness from catalog.similar_words(array[?])";
    private static final int PREPARED_AT_ONCE = 1;

    private final Connection connection;
    private final PreparedStatement search;
    private final PreparedStatement similar;

    PlainProducts(Stand stand) throws SQLException, IOException {
        connection = stand.connect(stand.name, stand.name + "_app");
        Stand.execute(connection, TENANT.formatted(Stand.TENANT));
        search = prepared(ProductMass.sql("search.sql"));
        similar = prepared(SIMILAR);
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.unwrap(org.postgresql.PGStatement.class).setPrepareThreshold(PREPARED_AT_ONCE);
        return statement;
    }

    /** How many products it finds. */
    long total(AskedSearch asked) throws SQLException {
        search.setString(1, asked.first());
        try (var rows = search.executeQuery()) {
            rows.next();
            return new JsonObject(rows.getString(1)).getLong("total");
        }
    }

    /** The median time until all rows are read, in ms. */
    double median(Duration time, LongFunction<AskedSearch> searches) throws SQLException {
        var took = new Latencies();
        while (took.goOn(time)) {
            var asked = searches.apply(took.count());
            var begin = System.nanoTime();
            read(search, asked.first());
            took.add(System.nanoTime() - begin);
        }
        return took.medianMillis();
    }

    /** As above, of words with a typing error: the words that look like each are asked for, and the search is repeated. */
    double medianMistyped(Duration time, LongFunction<AskedSearch> searches, LongFunction<String> meant)
            throws SQLException {
        var took = new Latencies();
        while (took.goOn(time)) {
            var asked = searches.apply(took.count());
            var begin = System.nanoTime();
            read(search, asked.first());
            read(similar, asked.text());
            read(search, asked.meant(meant.apply(took.count())));
            took.add(System.nanoTime() - begin);
        }
        return took.medianMillis();
    }

    private static void read(PreparedStatement statement, String value) throws SQLException {
        statement.setString(1, value);
        try (var rows = statement.executeQuery()) {
            var columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (var column = 1; column <= columns; column++) {
                    rows.getString(column);
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
