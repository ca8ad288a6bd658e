package org.quartermaster.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What databases say of themselves. */
final class Ask {
    private static final String WRITTEN = """
            select schemaname || '.' || relname, n_tup_ins + n_tup_upd + n_tup_del from pg_stat_user_tables order by 1
            """;
    private static final String LOCKED = """
            select count(*) || ' ' || sum(hashtextextended(concat_ws('|', ctid, xmin, xmax), 0)) from vehicle.%s
            """;
    private static final String SPENT = """
            select left(regexp_replace(s.query, '\\s+', ' ', 'g'), 70), s.total_exec_time / 1000
            from pg_stat_statements s join pg_database d on d.oid = s.dbid
            where d.datname = '%s' and s.total_exec_time > 50 order by 2 desc limit 12
            """;
    private static final String CALLED = """
            select 'calls', sum(s.calls) from pg_stat_statements s join pg_roles r on r.oid = s.userid
            where r.rolname = '%s_app' and s.query not like '%%set_config(%%' and s.query ~* '^(select|with|insert|update)'
            """;
    private static final long TOLD_MILLIS = 11_000;
    private static final int ROUNDS = 7;

    private Ask() {}

    static String text(Stand stand, String database, String sql) throws SQLException {
        try (var connection = stand.connect(database, "postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** How many rows were ever written in each table; waits until every session has told its statistics. */
    static Map<String, Double> written(Stand stand) throws SQLException, InterruptedException {
        Thread.sleep(TOLD_MILLIS);
        return numbers(stand, stand.name, WRITTEN);
    }

    /** Another value after any row of lots or vehicles was written or locked. */
    static String locked(Stand stand) throws SQLException {
        return text(stand, stand.name, LOCKED.formatted("lots"))
                + text(stand, stand.name, LOCKED.formatted("vehicles"));
    }

    /** Forgets what statements have cost so far. */
    static void count(Stand stand) throws SQLException {
        try (var connection = stand.connect("postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
            statement.execute("select pg_stat_statements_reset()");
        }
    }

    /** The statements that took longest in a database since {@link #count}, in seconds. */
    static Map<String, Double> spent(Stand stand, String database) throws SQLException {
        return numbers(stand, "postgres", SPENT.formatted(database));
    }

    /** How many statements requests have run since {@link #count}, beside setting their tenant. */
    static double called(Stand stand) throws SQLException {
        return numbers(stand, "postgres", CALLED.formatted(stand.name)).get("calls");
    }

    /** How many of them a request runs. NB: others may fall into the same moment, so the least of some counts. */
    static double least(Stand stand, Asking asking) throws IOException, SQLException, InterruptedException {
        var least = Double.MAX_VALUE;
        for (var round = 0; round < ROUNDS; round++) {
            count(stand);
            asking.run();
            least = Math.min(least, called(stand));
        }
        return least;
    }

    /** A request. */
    interface Asking {
        void run() throws IOException, InterruptedException;
    }

    private static Map<String, Double> numbers(Stand stand, String database, String sql) throws SQLException {
        var numbers = new LinkedHashMap<String, Double>();
        try (var connection = stand.connect(database, "postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                numbers.merge(rows.getString(1), rows.getDouble(2), Double::sum);
            }
        }
        return numbers;
    }
}
