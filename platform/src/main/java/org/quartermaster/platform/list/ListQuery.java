package org.quartermaster.platform.list;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quartermaster.platform.db.Reads;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.DatabaseFailure;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/**
 * One list: filters, order and page by offset or cursor, in one round trip to the database with its count.
 * Totals are exact up to {@link #COUNTED} rows.
 */
public final class ListQuery {
    /** Rows that a total counts at most. */
    public static final int COUNTED = 10_000;

    private static final int USUAL_LIMIT = 50;
    private static final int MAX_LIMIT = 100;

    private final String name;
    private final String select;
    private final String from;
    private final Conditions conditions = new Conditions();
    private Sorting sorting;
    private boolean counted = true;
    private int limit;
    private int offset;
    private String cursorText;
    private Query counter;
    private Query parent;
    private ProblemType missing;

    /**
     * @param name of the list, so that a cursor of another one is refused
     * @param select what to select
     * @param from the table, with its alias
     * @param values the parameters of {@code from}, where it has a {@code ?} for each
     */
    public ListQuery(String name, String select, String from, Object... values) {
        this.name = name;
        this.select = select;
        this.from = conditions.place(from, values);
    }

    /** A condition with {@code ?} for each parameter. */
    public ListQuery where(String condition, Object... values) {
        return whereIndexed(condition, condition, values);
    }

    /**
     * A condition in two forms with the same parameters: one that looks rows up by an index and refuses (SQLSTATE
     * QM001) where more than {@link #COUNTED} match, and one that filters row by row, which is then the cheaper one.
     */
    public ListQuery whereIndexed(String lookup, String filter, Object... values) {
        conditions.add(lookup, filter, values);
        return this;
    }

    /**
     * One of several conditions, with {@code ?} for each parameter.
     *
     * @param condition such as {@code l.status = ?}
     */
    public record Part(String condition, Object... values) {}

    /**
     * Only rows of which one of the conditions holds; no two of them may hold for one row, and none at all gives an
     * empty list. Each part is read by itself, so that an index on what the condition fixes and then the sort keys
     * gives its first rows at once, however many there are; so are the rows whose first sort key is null. Needs
     * {@link #sortOneWay} and a tie-breaker that is unique; called again, both conditions have to hold.
     *
     * @param meant what the client asked for, which a cursor is bound to
     */
    public ListQuery inParts(Object meant, List<Part> either) {
        conditions.addEither(meant, either);
        return this;
    }

    /** Only rows whose column is one of the words; no word means any. */
    public ListQuery words(String column, List<? extends Enum<?>> words) {
        return words.isEmpty()
                ? this
                : where(column + " = any (?)", (Object)
                        words.stream().map(Words::of).toArray(String[]::new));
    }

    /** Reads {@code from}, included, and {@code to}, excluded. */
    public ListQuery between(Fields query, String column) {
        var range = TimeRange.read(query);
        if (query.has("from")) {
            where(column + " >= ?", range.start());
        }
        if (query.has("to")) {
            where(column + " < ?", range.end());
        }
        return this;
    }

    /** What the rows belong to: the query goes out with the list, and the problem is answered where it finds nothing. */
    public ListQuery within(Query owner, ProblemType notFound) {
        parent = owner;
        missing = notFound;
        return this;
    }

    /** The number of conditions so far. */
    public int conditions() {
        return conditions.filters().size();
    }

    /** Takes the total from the one number that the query gives, such as a kept counter, instead of counting rows. */
    public ListQuery countedBy(Query kept) {
        counter = kept;
        return this;
    }

    /** Reads {@code limit}, 50 at first and 100 at most, {@code offset} and {@code cursor}. */
    public ListQuery page(Fields query) {
        return page(query, USUAL_LIMIT, MAX_LIMIT);
    }

    /** As above, with other limits. */
    public ListQuery page(Fields query, int usualLimit, int maxLimit) {
        offset = query.integer("offset", 0, Integer.MAX_VALUE).or(0);
        return pageByCursor(query, usualLimit, maxLimit);
    }

    /** Reads {@code limit} and {@code cursor} alone, for a list in which nobody should count rows off. */
    public ListQuery pageByCursor(Fields query) {
        return pageByCursor(query, USUAL_LIMIT, MAX_LIMIT);
    }

    private ListQuery pageByCursor(Fields query, int usualLimit, int maxLimit) {
        limit = query.integer("limit", 1, maxLimit).or(usualLimit);
        cursorText = query.text("cursor", 0, 2_000).value();
        return this;
    }

    /**
     * Reads {@code sort}.
     *
     * @param usual the order without it, written alike, such as {@code -created_at}
     */
    public ListQuery sort(Fields query, List<SortKey> published, String usual, SortKey tieBreaker) {
        return sortBy(query.text("sort", 0, 500).or(usual), published, List.of(), tieBreaker);
    }

    /** As {@link #sort}; the tie-breaker runs the way of the key before it, so that one index gives both ways. */
    public ListQuery sortOneWay(Fields query, List<SortKey> published, String usual, SortKey tieBreaker) {
        sorting = Sorting.read(query.text("sort", 0, 500).or(usual), published, List.of(), tieBreaker, true);
        return this;
    }

    /** A list with one fixed order. */
    public ListQuery order(List<SortKey> usual, SortKey tieBreaker) {
        return sortBy(null, List.of(), usual, tieBreaker);
    }

    /** A list with the greatest key first. */
    public ListQuery descending(SortKey key, SortKey tieBreaker) {
        return sortBy("-" + key.name(), List.of(key), List.of(), tieBreaker);
    }

    /** A list that runs by time, both keys in one direction, so that an index alone gives every page. */
    public ListQuery chronological(SortKey time, SortKey tieBreaker, boolean newestFirst) {
        var sign = newestFirst ? "-" : "";
        return sortBy(
                sign + time.name() + "," + sign + tieBreaker.name(), List.of(time, tieBreaker), List.of(), tieBreaker);
    }

    /** Leaves the total out: counting a long history costs more than a page of it. */
    public ListQuery uncounted() {
        counted = false;
        return this;
    }

    private ListQuery sortBy(String sort, List<SortKey> published, List<SortKey> usual, SortKey tieBreaker) {
        sorting = Sorting.read(sort, published, usual, tieBreaker, false);
        return this;
    }

    /**
     * Refuses unknown or wrong parameters, then runs the list; every extra query sees the same tenant and comes back
     * in {@link Slice#extras()}.
     */
    public <T> Uni<Slice<T>> run(
            Reads database, Caller caller, Fields query, Function<Row, T> reader, Query... extras) {
        query.checkQuery();
        var identity = identity();
        var cursor = Cursor.decode(cursorText, identity, sorting.terms().size());
        return read(database, caller, conditions.lookups(), cursor, extras)
                .onFailure(DatabaseFailure::isTooBroad)
                .recoverWithUni(() -> read(database, caller, conditions.filters(), cursor, extras))
                .onFailure(failure -> cursor != null && DatabaseFailure.isUnreadableValue(failure))
                .transform(forged -> Problem.of(ProblemType.BAD_CURSOR))
                .invoke(this::requireParent)
                .map(results -> slice(results, cursor, identity, reader));
    }

    private void requireParent(List<RowSet<Row>> results) {
        if (parent != null) {
            missing.require(results.get(results.size() - 1));
        }
    }

    private Uni<List<RowSet<Row>>> read(
            Reads database, Caller caller, List<String> matching, Cursor cursor, Query... extras) {
        var queries = new ArrayList<Query>();
        queries.add(total(matching, cursor));
        queries.add(rows(matching, cursor));
        queries.addAll(List.of(extras));
        if (parent != null) {
            queries.add(parent);
        }
        return database.readAll(caller, queries);
    }

    /**
     * All rows in batches, each read by itself when it is asked for: memory stays constant, and a reader that goes
     * away costs no connection. Order by what never changes, or rows that move meanwhile come twice or not at all.
     */
    public <T> Multi<List<T>> stream(Reads database, Caller caller, int size, Function<Row, T> reader) {
        limit = size;
        return Multi.createBy()
                .repeating()
                .uni(AtomicReference<Cursor>::new, place -> database.readAll(
                                caller, List.of(rows(conditions.filters(), place.get())))
                        .map(results -> batch(results.get(0), place)))
                .whilst(rows -> rows.size() > limit)
                .map(rows -> rows.stream().limit(limit).map(reader).toList());
    }

    private List<Row> batch(RowSet<Row> result, AtomicReference<Cursor> place) {
        var rows = new ArrayList<Row>();
        result.forEach(rows::add);
        if (rows.size() > limit) {
            place.set(new Cursor(name, false, sortValues(rows.get(limit - 1))));
        }
        return rows;
    }

    /** One query over all rows that match, with the given end of the statement. */
    public Query all(String end) {
        return new Query(
                "select " + select + " from " + from + whereClause(conditions.all()) + end, conditions.parameters());
    }

    private String identity() {
        return Integer.toHexString((name + conditions + sorting).hashCode());
    }

    /** Counts the matches that fulfil one more condition, to be run as an extra query; stops above {@link #COUNTED}. */
    public Query countWhere(String condition) {
        var all = new ArrayList<>(conditions.filters());
        all.add(condition);
        return count(all);
    }

    /** NB: counting a large list in parts takes longer than a page of it, so its cursors carry what was counted. */
    private Query total(List<String> matching, Cursor cursor) {
        if (conditions.areParted() && cursor != null && cursor.counted() != null) {
            return Query.of("select cast($1 as bigint)", cursor.counted());
        }
        if (counter != null) {
            return counter;
        }
        return counted ? count(matching) : Query.of("select cast(0 as bigint)");
    }

    private Query count(List<String> matching) {
        var each = conditions.areParted()
                ? conditions.wheres(matching).stream()
                        .map(where -> "select 1 from " + from + " where " + where)
                        .collect(Collectors.joining(" union all "))
                : "select from " + from + whereClause(matching);
        var sql = "select count(*) from (" + each + " limit " + (COUNTED + 1) + ") counted";
        return new Query(sql, conditions.parameters());
    }

    /**
     * NB: the limit stands in the text, because a plan for any limit looks dearer than one for this, and the database
     * would plan the statement anew each time.
     */
    private Query rows(List<String> matching, Cursor cursor) {
        var before = conditions.bound();
        var keys = new StringBuilder();
        for (var i = 0; i < sorting.terms().size(); i++) {
            keys.append(", cast(")
                    .append(sorting.terms().get(i).key().sql())
                    .append(" as text) as sort_")
                    .append(i);
        }
        var order = " order by " + sorting.orderBy(cursor != null && cursor.backwards()) + " limit " + (limit + 1);
        var sql = "select " + select + keys + " from "
                + (conditions.areParted() ? parted(matching, cursor) : plain(matching, cursor)) + order
                + (cursor == null && offset > 0 ? " offset " + conditions.bind(offset) : "");
        var query = new Query(sql, conditions.parameters());
        conditions.unbindTo(before);
        return query;
    }

    private String plain(List<String> matching, Cursor cursor) {
        var all = new ArrayList<>(matching);
        if (cursor != null) {
            all.add(new Keyset(sorting.terms(), cursor, conditions::bind).condition());
        }
        return from + whereClause(all);
    }

    private String parted(List<String> matching, Cursor cursor) {
        return new PartedPage(sorting, cursor, limit + 1, conditions::bind).of(from, conditions.wheres(matching));
    }

    private static String whereClause(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private <T> Slice<T> slice(List<RowSet<Row>> results, Cursor cursor, String identity, Function<Row, T> reader) {
        var rows = new ArrayList<Row>();
        results.get(1).forEach(rows::add);
        var more = rows.size() > limit;
        if (more) {
            rows.remove(rows.size() - 1);
        }
        var backwards = cursor != null && cursor.backwards();
        if (backwards) {
            Collections.reverse(rows);
        }
        var hasNext = backwards || more;
        var hasPrevious = backwards ? more : cursor != null || offset > 0;
        Long matches = results.get(0).iterator().next().getLong(0);
        var place = new Cursor(identity, false, List.of(), conditions.areParted() ? matches : null);
        return new Slice<>(
                rows.stream().map(reader).toList(),
                !counted ? null : counter != null ? matches : Long.valueOf(Math.min(matches, COUNTED)),
                counter != null || matches <= COUNTED,
                limit,
                offset,
                hasNext && !rows.isEmpty() ? at(rows.get(rows.size() - 1), place, false) : null,
                hasPrevious && !rows.isEmpty() ? at(rows.get(0), place, true) : null,
                results.subList(2, results.size()));
    }

    private String at(Row row, Cursor list, boolean backwards) {
        return new Cursor(list.list(), backwards, sortValues(row), list.counted()).encode();
    }

    private List<String> sortValues(Row row) {
        var values = new ArrayList<String>();
        for (var i = 0; i < sorting.terms().size(); i++) {
            values.add(row.getString("sort_" + i));
        }
        return values;
    }
}
