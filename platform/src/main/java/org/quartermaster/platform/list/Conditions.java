package org.quartermaster.platform.list;

import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.quartermaster.platform.list.ListQuery.Part;

/** What the rows of a list have to fulfil, with the parameters of its statement. */
final class Conditions {
    private static final List<String> NONE = List.of("false");

    private final List<String> filters = new ArrayList<>();
    private final List<String> lookups = new ArrayList<>();
    private final List<List<String>> parts = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();
    private final List<Object> asked = new ArrayList<>();

    /** Adds a condition in two forms with the same parameters. */
    void add(String lookup, String filter, Object... values) {
        var places = bindAll(values);
        lookups.add(placed(lookup, places));
        filters.add(placed(filter, places));
        asked.add(filter);
        asked.add(values);
    }

    /** @param meant what the client asked for */
    void addEither(Object meant, List<Part> either) {
        var placed = either.stream()
                .map(part -> placed(part.condition(), bindAll(part.values())))
                .toList();
        parts.add(placed.isEmpty() ? NONE : placed);
        asked.add(meant);
    }

    /** The text with its parameters, which every statement of the list holds. */
    String place(String sql, Object... values) {
        return placed(sql, bindAll(values));
    }

    private static String placed(String condition, List<String> places) {
        var sql = condition;
        for (var place : places) {
            sql = sql.replaceFirst("\\?", Matcher.quoteReplacement(place));
        }
        return sql;
    }

    private List<String> bindAll(Object... values) {
        return Arrays.stream(values).map(this::bind).toList();
    }

    /** The place of one more parameter in the statement. */
    String bind(Object value) {
        parameters.add(value);
        return "$" + parameters.size();
    }

    int bound() {
        return parameters.size();
    }

    /** Drops the parameters after the first so many. */
    void unbindTo(int count) {
        parameters.subList(count, parameters.size()).clear();
    }

    Tuple parameters() {
        return Tuple.from(new ArrayList<>(parameters));
    }

    /** Each condition as it filters row by row. */
    List<String> filters() {
        return filters;
    }

    /** Each condition as it looks rows up by an index. */
    List<String> lookups() {
        return lookups;
    }

    boolean areParted() {
        return !parts.isEmpty();
    }

    /** All conditions at once, parts too. */
    List<String> all() {
        var either = parts.stream().map(each -> "(" + String.join(" or ", each) + ")");
        return Stream.concat(filters.stream(), either).toList();
    }

    /** The given conditions with those of each part. */
    List<String> wheres(List<String> matching) {
        var wheres = List.of(List.copyOf(matching));
        for (var either : parts) {
            wheres = wheres.stream()
                    .flatMap(where -> either.stream().map(part -> and(where, part)))
                    .toList();
        }
        return wheres.stream().map(where -> String.join(" and ", where)).toList();
    }

    private static List<String> and(List<String> conditions, String condition) {
        return Stream.concat(conditions.stream(), Stream.of(condition)).toList();
    }

    /** What was asked for. NB: some parameters are arrays, whose own text differs from call to call. */
    @Override
    public String toString() {
        return Arrays.deepToString(asked.toArray());
    }
}
