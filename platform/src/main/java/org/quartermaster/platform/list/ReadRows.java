package org.quartermaster.platform.list;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * What was read of a list: one row more than its page has, where there is one.
 *
 * @param matches how many rows match, or null where they are not counted
 * @param exact whether {@code matches} is the number even above {@link ListQuery#COUNTED}
 * @param carried whether the cursors tell the next page how many, which is dear to find out
 */
record ReadRows(List<Row> rows, Long matches, boolean exact, boolean carried, List<RowSet<Row>> extras) {

    /**
     * @param cursor where the page begins, or null
     * @param identity of the list, for its cursors
     */
    <T> Slice<T> slice(ListStatements list, Cursor cursor, String identity, Function<Row, T> reader) {
        var more = rows.size() > list.limit();
        if (more) {
            rows.remove(rows.size() - 1);
        }
        var backwards = cursor != null && cursor.backwards();
        if (backwards) {
            Collections.reverse(rows);
        }
        var hasNext = backwards || more;
        var hasPrevious = backwards ? more : cursor != null || list.offset() > 0;
        var isExact = matches == null || exact || matches <= ListQuery.COUNTED;
        return new Slice<>(
                rows.stream().map(reader).toList(),
                isExact ? matches : Long.valueOf(ListQuery.COUNTED),
                isExact,
                list.limit(),
                list.offset(),
                hasNext && !rows.isEmpty() ? at(rows.get(rows.size() - 1), list, identity, false) : null,
                hasPrevious && !rows.isEmpty() ? at(rows.get(0), list, identity, true) : null,
                extras);
    }

    private String at(Row row, ListStatements list, String identity, boolean backwards) {
        return new Cursor(identity, backwards, list.sortValues(row), carried ? matches : null).encode();
    }
}
