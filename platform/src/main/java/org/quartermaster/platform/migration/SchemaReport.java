package org.quartermaster.platform.migration;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The mapped entities against the live schema; an element is {@code table} or {@code table.column}.
 *
 * @param missing mapped, but not in the database: the service cannot work
 * @param shadow in the database, but unknown to the entities; a table that SQL alone uses is one element
 */
public record SchemaReport(Set<String> ok, Set<String> missing, Set<String> shadow) {

    static SchemaReport of(Set<String> mapped, Set<String> live) {
        var tables = new TreeSet<String>();
        mapped.forEach(column -> tables.add(table(column)));
        var shadow = new TreeSet<String>();
        for (var column : live) {
            if (!mapped.contains(column)) {
                shadow.add(tables.contains(table(column)) ? column : table(column));
            }
        }
        return new SchemaReport(only(mapped, live::contains), only(mapped, column -> !live.contains(column)), shadow);
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
