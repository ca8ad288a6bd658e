package org.quartermaster.platform.testing;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.quartermaster.local.LocalServers;

/**
 * Counts the statements that requests cost, as the server itself counted them (pg_stat_statements): of the role that
 * serves requests alone, so that background work does not disturb.
 */
public final class Statements {
    private static final String COUNTED = """
            select %s, s.calls from pg_stat_statements s
            join pg_roles r on r.oid = s.userid join pg_database d on d.oid = s.dbid
            where r.rolname = d.datname || '%s' and d.datname = current_database()
            """;

    private static final String TEXT = "s.query";
    /** NB: the server shows the constants of one statement as they are at one time and as parameters at another. */
    private static final String ID = "s.queryid::text";

    private static final int MOST_RUNS = 10;

    private final String service;
    private final String role;

    public Statements(String service) {
        this(service, "_app");
    }

    private Statements(String service, String role) {
        this.service = service;
        this.role = role;
    }

    /** Those of the role that changes global rows; background work is among them, so look at single statements. */
    public static Statements ofSystemRole(String service) {
        return new Statements(service, "_system");
    }

    /** Runs the requests and tells how often each statement ran. */
    public Map<String, Long> during(Runnable requests) throws SQLException {
        return during(requests, TEXT);
    }

    /** @param named what a statement is told by */
    private Map<String, Long> during(Runnable requests, String named) throws SQLException {
        try (var connection = LocalServers.adminConnection(service);
                var statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
            statement.execute("select pg_stat_statements_reset()");
            requests.run();
            var counted = new TreeMap<String, Long>();
            try (var rows = statement.executeQuery(COUNTED.formatted(named, role))) {
                while (rows.next()) {
                    counted.merge(rows.getString(1), rows.getLong(2), Long::sum);
                }
            }
            return counted;
        }
    }

    /**
     * The number of statements that the requests cost. Background work of the same role may fall into a run, so each
     * statement counts as often as in the run where it ran least, and runs go on until they agree.
     */
    public long countDuring(Runnable requests) throws SQLException {
        var least = during(requests, ID);
        for (int run = 1, agreed = 0; run < MOST_RUNS && agreed < 2; run++) {
            var counted = during(requests, ID);
            agreed = counted.equals(least) ? agreed + 1 : 0;
            least.replaceAll((id, calls) -> Math.min(calls, counted.getOrDefault(id, 0L)));
            least.values().removeIf(calls -> calls == 0);
        }
        return least.values().stream().mapToLong(Long::longValue).sum();
    }
}
