package org.quartermaster.system.api;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.quartermaster.local.LocalServers;

/** What the tables of a service hold for the demo organization, in short. */
final class TenantRows {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofSeconds(2);

    /** NB: what is published is marked so in the meantime. */
    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname) from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
            where c.relkind in ('r', 'p') and not c.relispartition and n.nspname <> 'pg_temp'
              and c.relname not in ('outbox')
            """;

    private static final String DIGEST = """
            select count(*) || ' ' || coalesce(md5(string_agg(row, '' order by row)), '')
            from (select md5(cast(t as text)) as row from %s t where cast(tenant_id as text) = 'tenant_demo') as rows
            """;

    private TenantRows() {}

    /** What they hold once work in the background has come to rest. */
    static Map<String, String> atRest(String service) {
        var last = new AtomicReference<Map<String, String>>(Map.of());
        await("the rows of " + service + " stay as they are")
                .atMost(LONGEST)
                .pollInterval(LOOK)
                .until(() -> of(service), now -> now.equals(last.getAndSet(now)));
        return last.get();
    }

    /** Count and digest of the rows of each table. */
    static Map<String, String> of(String service) throws SQLException {
        try (var connection = LocalServers.adminConnection(service)) {
            var digests = new TreeMap<String, String>();
            for (var table : ask(connection, TABLES)) {
                digests.put(table, ask(connection, DIGEST.formatted(table)).get(0));
            }
            return digests;
        }
    }

    private static List<String> ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
