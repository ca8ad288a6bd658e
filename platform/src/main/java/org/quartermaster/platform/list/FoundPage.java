package org.quartermaster.platform.list;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One page of the rows that an index finds, with their number: the keys of all matches are kept for both, and the rows
 * themselves are read for the page alone. There is one row without keys where the page is empty.
 */
final class FoundPage {
    /** The column with the number of all matches. */
    static final String MATCHES = "found_matches";

    /** The column that is true where the row stands for an empty page. */
    static final String EMPTY = "found_nothing";

    private final Sorting sorting;
    private final Cursor cursor;
    private final Function<Object, String> bind;

    /** @param cursor where the page begins, or null */
    FoundPage(Sorting sorting, Cursor cursor, Function<Object, String> bind) {
        this.sorting = sorting;
        this.cursor = cursor;
        this.bind = bind;
    }

    /** What to put before the list's own select. */
    String keys(String source) {
        var columns = IntStream.range(0, sorting.terms().size())
                .mapToObj(i -> sorting.terms().get(i).key().sql() + " as " + name(i))
                .collect(Collectors.joining(", "));
        return "with found as materialized (select %s from %s) ".formatted(columns, source);
    }

    /** The columns of which this class knows. */
    String columns() {
        return "matches.n as %s, page.%s is null as %s".formatted(MATCHES, last(), EMPTY);
    }

    /**
     * What to select the page from, in the order of the list.
     *
     * @param from the table, with its alias
     * @param part limit and offset
     */
    String of(String from, String part) {
        var found = sorting.on(i -> "found." + name(i));
        var page = "select found.%s from found%s order by %s%s"
                .formatted(last(), beyond(found), found.orderBy(backwards()), part);
        var key = sorting.terms().get(sorting.terms().size() - 1).key().sql();
        return "(select count(*) as n from found) matches left join ((%s) page join %s on %s = page.%s) on true order by %s"
                .formatted(page, from, key, last(), sorting.orderBy(backwards()));
    }

    private String beyond(Sorting found) {
        return cursor == null ? "" : " where " + new Keyset(found.terms(), cursor, bind).condition();
    }

    private boolean backwards() {
        return cursor != null && cursor.backwards();
    }

    private String last() {
        return name(sorting.terms().size() - 1);
    }

    private static String name(int key) {
        return "key_" + key;
    }
}
