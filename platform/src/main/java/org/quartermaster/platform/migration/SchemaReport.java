package org.quartermaster.platform.migration;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What the code knows against the live schema; an element is {@code table} or {@code table.column}.
 *
 * @param missing known to the code, but not in the database: the service cannot work
 * @param retyped in both, but of a type that does not hold what is mapped; {@code table.column type}
 * @param shadow in the database, but unknown to the code; a table of which it knows nothing is one element
 */
public record SchemaReport(Set<String> ok, Set<String> missing, Set<String> retyped, Set<String> shadow) {

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
            var holds = !mapped.containsKey(column) || ColumnType.fits(mapped.get(column), type);
            if (!holds || !declared.getOrDefault(column, type).equals(type)) {
                retyped.add(column + " " + type);
            }
        });
        return new SchemaReport(
                only(known, live::containsKey), only(known, column -> !live.containsKey(column)), retyped, shadow);
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
