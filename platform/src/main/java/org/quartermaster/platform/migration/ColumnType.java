package org.quartermaster.platform.migration;

import java.util.Map;
import java.util.Set;
import org.hibernate.type.SqlTypes;

/** Which types of PostgreSQL hold what an entity maps; kinds that this table does not name are not compared. */
final class ColumnType {
    /** NB: jsonb too, which some entities write from text by a cast. */
    private static final Set<String> TEXT = Set.of("varchar", "text", "bpchar", "citext", "jsonb");

    private static final Set<String> WHOLE = Set.of("int2", "int4", "int8");
    private static final Set<String> REAL = Set.of("float4", "float8");
    private static final Set<String> EXACT = Set.of("numeric");
    private static final Set<String> TIME = Set.of("timestamptz");
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

    private ColumnType() {}

    /** True when a column of that type can hold values of that SQL type code. */
    static boolean fits(int mapped, String live) {
        var holders = HELD_BY.get(mapped);
        return holders == null || holders.contains(live);
    }
}
