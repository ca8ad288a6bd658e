package org.quartermaster.vehicle.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.Words;
import org.quartermaster.vehicle.feed.FeedRecord;

/** Counts what a load did, from what was sent, from what became of it and from what its steps said. */
final class Tally {
    private static final String EFFECTS = """
            select effect, verdict, count(*), count(*) filter (where is_suppressed), count(*) filter (where was_gone),
              count(*) filter (where is_repeated and (effect <> 'unchanged' or verdict <> 'ok'))
            from decided group by effect, verdict
            """;
    private static final String CODES =
            "select code, count(*) from decided cross join unnest(codes) as code where codes <> '{}' group by code";

    private static final String GONE = "was_gone";
    private static final String WANTED = "wanted";

    long[] vehicles = new long[2];
    long relisted;
    long disappeared;
    long reappeared;
    long outcomes;

    private final Map<String, Long> counted = new HashMap<>();
    private final Map<String, Long> codes = new TreeMap<>();
    private boolean isJudgedWithCodes;

    /** The records that are sent. */
    void add(FeedRecord line, List<String> said) {
        counted.merge(Words.of(line.verdict()), 1L, Long::sum);
        said.forEach(code -> codes.merge(code, 1L, Long::sum));
    }

    /** Counts what became of the records, and no more by what they were sent as. */
    void judge(Connection connection) throws SQLException {
        counted.clear();
        Sql.query(connection, EFFECTS, row -> {
            counted.merge(row.getString(1), row.getLong(3), Long::sum);
            counted.merge(row.getString(2), row.getLong(3), Long::sum);
            counted.merge(GONE, row.getLong(5), Long::sum);
            counted.merge(WANTED, row.getLong(6), Long::sum);
            return counted.merge("suppressed", row.getLong(4), Long::sum);
        });
        var judged = Sql.query(connection, CODES, row -> codes.merge(row.getString(1), row.getLong(2), Long::sum));
        isJudgedWithCodes = !judged.isEmpty();
    }

    /** Whether a record has such an effect or verdict. */
    boolean has(String... names) {
        return Stream.of(names).anyMatch(name -> counted.getOrDefault(name, 0L) > 0);
    }

    /** Whether a record has such a code. */
    boolean hasCode(String... names) {
        return Stream.of(names).anyMatch(codes::containsKey);
    }

    /** Whether a record has a code that only the others and the stored lots give it. */
    boolean judgedWithCodes() {
        return isJudgedWithCodes;
    }

    /** Whether a record is of a lot that was gone. */
    boolean hasGone() {
        return has(GONE);
    }

    /** Whether the key of a record is not enough. */
    boolean isMoreWanted() {
        return has(WANTED);
    }

    /** The counts of a load. */
    Counts of(long read, long quarantined) {
        return counts(read, quarantined, name -> counted.getOrDefault(name, 0L), new TreeMap<>(codes));
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
