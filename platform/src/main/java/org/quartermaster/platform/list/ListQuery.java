package org.quartermaster.platform.list;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
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
        conditions.add(condition, values);
        return this;
    }

    /** A condition that every look-up of the list keeps to by itself. */
    public ListQuery whereAlways(String condition) {
        conditions.addAlways(condition);
        return this;
    }

    /**
     * A condition in two forms with the same parameters: one that looks rows up by an index and refuses (SQLSTATE
     * QM001) where more match than are worth looking up, and never below {@link #COUNTED}; and one that filters row by
     * row, which is then the cheaper one.
     */
    public ListQuery whereIndexed(String lookup, String filter, Object... values) {
        conditions.addIndexed(lookup, filter, values);
        return this;
    }

    /**
     * As {@link #whereIndexed}, by a look-up that gives rows and not keys alone, so that nothing else is read of those
     * that the page does not show.
     *
     * @param source to select from in place of the table: its rows have the alias of the table, and all columns that
     *     conditions and order name
     */
    public ListQuery whereFound(String source, String filter, Object... values) {
        conditions.addSource(source, filter, values);
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
        var identity = Integer.toHexString((name + conditions + sorting).hashCode());
        var cursor = Cursor.decode(cursorText, identity, sorting.terms().size());
        var list = statements(limit);
        return new ListReading(list, conditions, counted, counter, parent, missing)
                .read(database, caller, cursor, extras)
                .onFailure(failure -> cursor != null && DatabaseFailure.isUnreadableValue(failure))
                .transform(forged -> Problem.of(ProblemType.BAD_CURSOR))
                .map(read -> read.slice(list, cursor, identity, reader));
    }

    private ListStatements statements(int rows) {
        return new ListStatements(select, from, conditions, sorting, rows, offset);
    }

    /**
     * All rows in batches, each read by itself when it is asked for: memory stays constant, and a reader that goes
     * away costs no connection. Order by what never changes, or rows that move meanwhile come twice or not at all.
     */
    public <T> Multi<List<T>> stream(Reads database, Caller caller, int size, Function<Row, T> reader) {
        var list = statements(size);
        return Multi.createBy()
                .repeating()
                .uni(AtomicReference<Cursor>::new, place -> database.readAll(caller, List.of(list.rows(place.get())))
                        .map(results -> batch(results.get(0), list, place)))
                .whilst(rows -> rows.size() > size)
                .map(rows -> rows.stream().limit(size).map(reader).toList());
    }

    private List<Row> batch(RowSet<Row> result, ListStatements list, AtomicReference<Cursor> place) {
        var rows = ListReading.rows(result);
        if (rows.size() > list.limit()) {
            place.set(new Cursor(name, false, list.sortValues(rows.get(list.limit() - 1))));
        }
        return rows;
    }

    /** One query over all rows that match, with the given end of the statement. */
    public Query all(String end) {
        return statements(limit).all(end);
    }

    /** Counts the matches that fulfil one more condition, to be run as an extra query; stops above {@link #COUNTED}. */
    public Query countWhere(String condition) {
        return statements(limit).countWhere(condition);
    }
}
