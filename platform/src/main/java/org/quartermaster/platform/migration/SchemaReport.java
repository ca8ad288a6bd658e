package org.quartermaster.platform.migration;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The mapped entities against the live schema; an element is {@code table} or {@code table.column}.
 *
 * @param missing mapped, but not in the database: the service cannot work
 * @param retyped in both, but of a type that does not hold what is mapped; {@code table.column type}
 * @param shadow in the database, but unknown to the entities; a table that SQL alone uses is one element
 */
public record SchemaReport(Set<String> ok, Set<String> missing, Set<String> retyped, Set<String> shadow) {

    static SchemaReport of(Map<String, Integer> mapped, Map<String, String> live) {
        var tables = new TreeSet<String>();
        mapped.keySet().forEach(column -> tables.add(table(column)));
        var shadow = new TreeSet<String>();
        for (var column : live.keySet()) {
            if (!mapped.containsKey(column)) {
                shadow.add(tables.contains(table(column)) ? column : table(column));
            }
        }
        var retyped = new TreeSet<String>();
        mapped.forEach((column, code) -> {
            if (live.containsKey(column) && !ColumnType.fits(code, live.get(column))) {
                retyped.add(column + " " + live.get(column));
            }
        });
        return new SchemaReport(
                only(mapped.keySet(), live::containsKey),
                only(mapped.keySet(), column -> !live.containsKey(column)),
                retyped,
                shadow);
    }

    private static Set<String> only(Set<String> columns, Predicate<String> condition) {
        var chosen = new TreeSet<>(columns);
        chosen.removeIf(condition.negate());
        return chosen;
    }

    private static String table(String column) {
        return column.substring(0, column.lastIndexOf('.'));
    }
}
