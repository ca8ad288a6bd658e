package org.quartermaster.vehicle.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.quartermaster.platform.db.Sql;

/** Counts what a load did, from its tables and from what its steps said. */
final class Tally {
    private static final String EFFECTS =
            "select effect, verdict, count(*), count(*) filter (where is_suppressed) from decided group by effect, verdict";
    private static final String VERDICTS =
            "select verdict, count(*) from incoming where verdict <> 'quarantine' group by verdict";
    private static final String CODES = """
            select code, count(*) from (
              select unnest(codes) as code from incoming where codes <> '{}'
              union all select unnest(codes) from decided where codes <> '{}'
            ) found group by code
            """;
    private static final String IN_QUARANTINE =
            "select code, count(*) from incoming cross join unnest(codes) as code group by code";

    long[] vehicles = new long[2];
    long relisted;
    long disappeared;
    long reappeared;
    long outcomes;

    private final Connection connection;

    Tally(Connection connection) {
        this.connection = connection;
    }

    /** The counts of a merge. */
    Counts of(long read, long quarantined) throws SQLException {
        var isJudged = Sql.query(connection, "select to_regclass('pg_temp.decided')", row -> row.getString(1))
                        .get(0)
                != null;
        var counted = new HashMap<String, Long>();
        if (isJudged) {
            Sql.query(connection, EFFECTS, row -> {
                counted.merge(row.getString(1), row.getLong(3), Long::sum);
                counted.merge(row.getString(2), row.getLong(3), Long::sum);
                return counted.merge("suppressed", row.getLong(4), Long::sum);
            });
        } else {
            Sql.query(connection, VERDICTS, row -> counted.put(row.getString(1), row.getLong(2)));
        }
        var codes = codes(isJudged ? CODES : IN_QUARANTINE);
        return counts(read, quarantined, name -> counted.getOrDefault(name, 0L), codes);
    }

    private Map<String, Long> codes(String sql) throws SQLException {
        var codes = new TreeMap<String, Long>();
        Sql.query(connection, sql, row -> codes.put(row.getString(1), row.getLong(2)));
        return codes;
    }

    private Counts counts(long read, long quarantined, ToLongFunction<String> by, Map<String, Long> codes) {
        return new Counts(
                read,
                by.applyAsLong("ok"),
                by.applyAsLong("repair"),
                by.applyAsLong("flag"),
                quarantined,
                by.applyAsLong("inserted"),
                by.applyAsLong("updated"),
                by.applyAsLong("touched"),
                by.applyAsLong("unchanged"),
                by.applyAsLong("stale"),
                by.applyAsLong("conflict"),
                by.applyAsLong("duplicate"),
                vehicles[0],
                vehicles[1],
                relisted,
                disappeared,
                reappeared,
                by.applyAsLong("suppressed"),
                outcomes,
                codes);
    }
}
