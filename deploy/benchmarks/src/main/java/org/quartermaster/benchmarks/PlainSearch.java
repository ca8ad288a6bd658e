package org.quartermaster.benchmarks;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongFunction;

/** The yardstick of searches: the same page and the same count, capped, as two prepared statements of plain SQL. */
final class PlainSearch {
    private static final String PAGE = " order by publication_date desc nulls last, tender_id desc limit ";
    private static final int COUNTED = 10_001;
    private static final int PREPARED_AT_ONCE = 1;

    private final Stand stand;
    private final Duration time;

    PlainSearch(Stand stand, Duration time) {
        this.stand = stand;
        this.time = time;
    }

    /**
     * A search in plain SQL.
     *
     * @param where condition over procurement.tenders, with a {@code ?} for each value
     * @param beginning another one for the page alone, or null
     */
    record Query(String where, String beginning, int limit, LongFunction<Object[]> values) {}

    /** The median time until all rows of both are read, in ms. */
    double median(Query query) throws SQLException, IOException {
        var columns = TenderMass.sql("columns.sql").strip();
        var from = " from procurement.tenders where deleted_at is null and " + query.where;
        var beginning = query.beginning == null ? "" : " and " + query.beginning;
        var page = "select " + columns + from + beginning + PAGE + (query.limit + 1);
        var count = "select count(*) from (select 1" + from + " limit " + COUNTED + ") counted";
        try (var connection = stand.superuser();
                var pages = connection.prepareStatement(page);
                var counts = connection.prepareStatement(count)) {
            for (var statement : new PreparedStatement[] {pages, counts}) {
                statement.unwrap(org.postgresql.PGStatement.class).setPrepareThreshold(PREPARED_AT_ONCE);
            }
            return median(query, pages, counts);
        }
    }

    private double median(Query query, PreparedStatement pages, PreparedStatement counts) throws SQLException {
        var took = new Latencies();
        while (took.goOn(time)) {
            var values = query.values.apply(took.count());
            var begin = System.nanoTime();
            read(pages, values);
            read(counts, values);
            took.add(System.nanoTime() - begin);
        }
        return took.medianMillis();
    }

    /** NB: the count has fewer parameters than the page where that begins somewhere. */
    private static void read(PreparedStatement statement, Object... values) throws SQLException {
        var parameters = statement.getParameterMetaData().getParameterCount();
        for (var i = 0; i < parameters; i++) {
            statement.setObject(i + 1, values[i]);
        }
        try (var rows = statement.executeQuery()) {
            var columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (var column = 1; column <= columns; column++) {
                    rows.getString(column);
                }
            }
        }
    }
}
