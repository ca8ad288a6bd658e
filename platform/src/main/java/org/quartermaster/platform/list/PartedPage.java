package org.quartermaster.platform.list;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the rows of one page of a list in parts, each of which an index gives in the order of the list: the rows of
 * each condition by themselves, and of these the ones whose first key is null, which stand at another end of the index
 * than of the list.
 */
final class PartedPage {
    private final Sorting sorting;
    private final Cursor cursor;
    private final int rows;
    private final Function<Object, String> bind;

    /** @param cursor where the page begins, or null */
    PartedPage(Sorting sorting, Cursor cursor, int rows, Function<Object, String> bind) {
        this.sorting = sorting;
        this.cursor = cursor;
        this.rows = rows;
        this.bind = bind;
    }

    /**
     * What to select the page from: the rows of the table whose last key is among those found.
     *
     * @param wheres the conditions, of which no two may hold for one row
     */
    String of(String from, List<String> wheres) {
        var last = sorting.terms().size() - 1;
        var key = sorting.terms().get(last).key().sql();
        return "(%s) page join %s on %s = page.%s".formatted(keys(from, wheres), from, key, name(last));
    }

    private String keys(String from, List<String> wheres) {
        var parts = new ArrayList<String>();
        var sides = sides();
        for (var where : wheres) {
            sides.forEach(side -> parts.add(part(from, where + side)));
        }
        var order = sorting.on(i -> "part." + name(i)).orderBy(backwards());
        return "select part.%s from (%s) part order by %s limit %d"
                .formatted(name(sorting.terms().size() - 1), String.join(" union all ", parts), order, rows);
    }

    private String part(String from, String where) {
        var columns = IntStream.range(0, sorting.terms().size())
                .mapToObj(i -> sorting.terms().get(i).key().sql() + " as " + name(i))
                .collect(Collectors.joining(", "));
        var order = sorting.withoutNulls().orderBy(backwards());
        return "(select %s from %s where %s order by %s limit %d)".formatted(columns, from, where, order, rows);
    }

    private static String name(int key) {
        return "key_" + key;
    }

    private boolean backwards() {
        return cursor != null && cursor.backwards();
    }

    /** The further conditions that cut each part: by nulls of the first key, and to what is beyond the cursor. */
    private List<String> sides() {
        var first = sorting.terms().get(0).key();
        if (!first.nullable()) {
            return List.of(cursor == null ? "" : beyond(sorting, cursor));
        }
        var isNull = " and " + first.sql() + " is null";
        var isNotNull = " and " + first.sql() + " is not null";
        if (cursor == null) {
            return List.of(isNotNull, isNull);
        }
        return cursor.values().get(0) == null ? amongNulls(isNull, isNotNull) : beforeNulls(isNull);
    }

    private List<String> amongNulls(String isNull, String isNotNull) {
        var values = cursor.values();
        var place = new Cursor(cursor.list(), cursor.backwards(), values.subList(1, values.size()), null);
        var nulls = isNull + beyond(sorting.rest(), place);
        return cursor.backwards() ? List.of(isNotNull, nulls) : List.of(nulls);
    }

    private List<String> beforeNulls(String isNull) {
        var known = beyond(sorting.withoutNulls(), cursor);
        return cursor.backwards() ? List.of(known) : List.of(known, isNull);
    }

    private String beyond(Sorting order, Cursor place) {
        return " and " + new Keyset(order.terms(), place, bind).condition();
    }
}
