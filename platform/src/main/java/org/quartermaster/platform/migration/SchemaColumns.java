package org.quartermaster.platform.migration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quartermaster.platform.db.Sql;

/**
 * Columns of a service's tables and their types: those that a database has, and those that the service's SQL was
 * written for. The latter stand in {@code db/_columns.txt}, which a test keeps equal to what the migrations make.
 */
public final class SchemaColumns {
    private static final String FILE = "db/_columns.txt";

    /** The platform's own tables have no entities; partitions repeat their parent. */
    private static final String LIVE = """
            select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname || '.' || a.attname,
                t.typname
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            join pg_type t on t.oid = a.atttypid
            where c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'flyway_schema_history'
              and n.nspname not in ('pg_catalog', 'information_schema', 'platform') and n.nspname !~ '^pg_t'
            """;

    private SchemaColumns() {}

    /** What the database has: {@code schema.table.column}, without the schema {@code public}, and the type's name. */
    public static SortedMap<String, String> live(Connection connection) throws SQLException {
        var columns = new TreeMap<String, String>();
        Sql.query(connection, LIVE, row -> columns.put(row.getString(1), row.getString(2)));
        return columns;
    }

    /** What the service's SQL was written for; empty for a service that does not say so. */
    public static SortedMap<String, String> declared() throws IOException {
        var columns = new TreeMap<String, String>();
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (in != null) {
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                        .lines()
                        .map(line -> line.split(" "))
                        .forEach(parts -> columns.put(parts[0], parts[1]));
            }
        }
        return columns;
    }
}
