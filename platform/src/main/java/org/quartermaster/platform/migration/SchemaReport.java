package org.quartermaster.platform.migration;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.hibernate.type.SqlTypes;

/**
 * What the code knows against the live schema; an element is {@code table} or {@code table.column}.
 *
 * @param missing known to the code, but not in the database: the service cannot work
 * @param retyped in both, but of a type that does not hold what is mapped; {@code table.column type}
 * @param shadow in the database, but unknown to the code; a table of which it knows nothing is one element
 */
public record SchemaReport(Set<String> ok, Set<String> missing, Set<String> retyped, Set<String> shadow) {
    /** NB: jsonb too, which some entities write from text by a cast. */
    private static final Set<String> TEXT = Set.of("varchar", "text", "bpchar", "citext", "jsonb");

    private static final Set<String> WHOLE = Set.of("int2", "int4", "int8");
    private static final Set<String> REAL = Set.of("float4", "float8");
    private static final Set<String> EXACT = Set.of("numeric");
    private static final Set<String> TIME = Set.of("timestamptz");

    /** Vectors are plain arrays until their server has the extension pgvector. */
    private static final Set<String> VECTOR = Set.of("_float4", "vector");

    /** Which types of PostgreSQL hold what an entity maps; kinds that this table does not name are not compared. */
    private static final Map<Integer, Set<String>> HELD_BY = Map.ofEntries(
            Map.entry(SqlTypes.VARCHAR, TEXT),
            Map.entry(SqlTypes.CHAR, TEXT),
            Map.entry(SqlTypes.LONG32VARCHAR, TEXT),
            Map.entry(SqlTypes.SMALLINT, WHOLE),
            Map.entry(SqlTypes.INTEGER, WHOLE),
            Map.entry(SqlTypes.BIGINT, WHOLE),
            Map.entry(SqlTypes.REAL, REAL),
            Map.entry(SqlTypes.FLOAT, REAL),
            Map.entry(SqlTypes.DOUBLE, REAL),
            Map.entry(SqlTypes.NUMERIC, EXACT),
            Map.entry(SqlTypes.DECIMAL, EXACT),
            Map.entry(SqlTypes.BOOLEAN, Set.of("bool")),
            Map.entry(SqlTypes.DATE, Set.of("date")),
            Map.entry(SqlTypes.TIMESTAMP_UTC, TIME),
            Map.entry(SqlTypes.TIMESTAMP_WITH_TIMEZONE, TIME),
            Map.entry(SqlTypes.UUID, Set.of("uuid")),
            Map.entry(SqlTypes.JSON, Set.of("jsonb", "json")),
            Map.entry(SqlTypes.VARBINARY, Set.of("bytea")));

    /**
     * @param mapped columns of the entities and the type codes of their values
     * @param declared columns that plain SQL uses and the names of their types
     */
    static SchemaReport of(Map<String, Integer> mapped, Map<String, String> declared, Map<String, String> live) {
        var known = new TreeSet<>(mapped.keySet());
        known.addAll(declared.keySet());
        var tables = new TreeSet<String>();
        known.forEach(column -> tables.add(table(column)));
        var shadow = new TreeSet<String>();
        for (var column : live.keySet()) {
            if (!known.contains(column)) {
                shadow.add(tables.contains(table(column)) ? column : table(column));
            }
        }
        var retyped = new TreeSet<String>();
        live.forEach((column, type) -> {
            var holds = !mapped.containsKey(column) || fits(mapped.get(column), type);
            if (!holds || !isSame(declared.getOrDefault(column, type), type)) {
                retyped.add(column + " " + type);
            }
        });
        return new SchemaReport(
                only(known, live::containsKey), only(known, column -> !live.containsKey(column)), retyped, shadow);
    }

    private static boolean isSame(String declared, String live) {
        return declared.equals(live) || VECTOR.contains(declared) && VECTOR.contains(live);
    }

    private static Set<String> only(Set<String> columns, Predicate<String> condition) {
        var chosen = new TreeSet<>(columns);
        chosen.removeIf(condition.negate());
        return chosen;
    }

    private static String table(String column) {
        return column.substring(0, column.lastIndexOf('.'));
    }

    /** True when a column of that type can hold values of that SQL type code. */
    private static boolean fits(int mapped, String live) {
        var holders = HELD_BY.get(mapped);
        return holders == null || holders.contains(live);
    }
}
