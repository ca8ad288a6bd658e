package org.quartermaster.platform.list;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.quartermaster.platform.db.TenantDatabase.Query;

/**
 * The statements of one list.
 *
 * @param select what to select
 * @param from the table, with its alias
 * @param sorting null where no statement has an order
 */
record ListStatements(String select, String from, Conditions conditions, Sorting sorting, int limit, int offset) {

    /** One query over all rows that match, with the given end of the statement. */
    Query all(String end) {
        return new Query(
                "select " + select + " from " + from + whereClause(conditions.all()) + end, conditions.parameters());
    }

    Query count() {
        return count(conditions.filters());
    }

    /** Counts the matches that fulfil one more condition. */
    Query countWhere(String condition) {
        var all = new ArrayList<>(conditions.filters());
        all.add(condition);
        return count(all);
    }

    private Query count(List<String> matching) {
        var each = conditions.areParted()
                ? conditions.wheres(matching).stream()
                        .map(where -> "select 1 from " + from + " where " + where)
                        .collect(Collectors.joining(" union all "))
                : "select from " + from + whereClause(matching);
        var sql = "select count(*) from (" + each + " limit " + (ListQuery.COUNTED + 1) + ") counted";
        return new Query(sql, conditions.parameters());
    }

    /**
     * NB: the limit stands in the text, because a plan for any limit looks dearer than one for this, and the database
     * would plan the statement anew each time.
     */
    Query rows(Cursor cursor) {
        var before = conditions.bound();
        var order = " order by " + sorting.orderBy(cursor != null && cursor.backwards()) + " limit " + (limit + 1);
        var sql = "select " + select + keys() + " from " + (conditions.areParted() ? parted(cursor) : plain(cursor))
                + order + skipped(cursor);
        var query = new Query(sql, conditions.parameters());
        conditions.unbindTo(before);
        return query;
    }

    /** Page and total of the rows that a look-up gives. */
    Query found(Cursor cursor) {
        var before = conditions.bound();
        var page = new FoundPage(sorting, cursor, conditions::bind);
        var part = " limit " + (limit + 1) + skipped(cursor);
        var sql = page.keys(conditions.source(from) + whereClause(conditions.lookups())) + "select " + select + keys()
                + ", " + page.columns() + " from " + page.of(from, part);
        var query = new Query(sql, conditions.parameters());
        conditions.unbindTo(before);
        return query;
    }

    /** The keys as PostgreSQL writes them, for cursors. */
    private String keys() {
        var keys = new StringBuilder();
        for (var i = 0; i < sorting.terms().size(); i++) {
            keys.append(", cast(")
                    .append(sorting.terms().get(i).key().sql())
                    .append(" as text) as sort_")
                    .append(i);
        }
        return keys.toString();
    }

    private String skipped(Cursor cursor) {
        return cursor == null && offset > 0 ? " offset " + conditions.bind(offset) : "";
    }

    private String plain(Cursor cursor) {
        var all = new ArrayList<>(conditions.filters());
        if (cursor != null) {
            all.add(new Keyset(sorting.terms(), cursor, conditions::bind).condition());
        }
        return from + whereClause(all);
    }

    private String parted(Cursor cursor) {
        return new PartedPage(sorting, cursor, limit + 1, conditions::bind)
                .of(from, conditions.wheres(conditions.filters()));
    }

    private static String whereClause(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** The keys of a row, as cursors hold them. */
    List<String> sortValues(Row row) {
        var values = new ArrayList<String>();
        for (var i = 0; i < sorting.terms().size(); i++) {
            values.add(row.getString("sort_" + i));
        }
        return values;
    }
}
