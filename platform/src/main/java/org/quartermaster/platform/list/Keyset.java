package org.quartermaster.platform.list;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The condition that a row stands after (or before) the row of a cursor. */
final class Keyset {
    private final List<Sorting.Term> terms;
    private final List<String> values;
    private final boolean backwards;
    private final Function<Object, String> bind;

    Keyset(List<Sorting.Term> terms, Cursor cursor, Function<Object, String> bind) {
        this.terms = terms;
        this.values = cursor.values();
        this.backwards = cursor.backwards();
        this.bind = bind;
    }

    String condition() {
        var oneWay = terms.stream().map(Sorting.Term::descending).distinct().count() == 1;
        var plain = terms.stream().noneMatch(term -> term.key().nullable());
        return oneWay && plain ? rowComparison() : alternatives();
    }

    /**
     * NB: a row comparison is the only form that PostgreSQL turns into one index range; but only the first key alone
     * lets it leave out partitions.
     */
    private String rowComparison() {
        var sign = terms.get(0).descending() == backwards ? ">" : "<";
        var columns = terms.stream().map(term -> term.key().sql()).collect(Collectors.joining(", "));
        var bound = new ArrayList<String>();
        for (var i = 0; i < terms.size(); i++) {
            bound.add(value(i));
        }
        return "%s %s= %s and (%s) %s (%s)"
                .formatted(terms.get(0).key().sql(), sign, value(0), columns, sign, String.join(", ", bound));
    }

    private String alternatives() {
        var alternatives = new ArrayList<String>();
        for (var last = 0; last < terms.size(); last++) {
            var parts = new ArrayList<String>();
            for (var i = 0; i < last; i++) {
                parts.add(same(i));
            }
            parts.add(beyond(last));
            alternatives.add("(" + String.join(" and ", parts) + ")");
        }
        return "(" + String.join(" or ", alternatives) + ")";
    }

    private String same(int i) {
        var column = terms.get(i).key().sql();
        return values.get(i) == null ? column + " is null" : column + " = " + value(i);
    }

    private String beyond(int i) {
        var term = terms.get(i);
        var column = term.key().sql();
        if (values.get(i) == null) {
            return backwards ? column + " is not null" : "false";
        }
        var comparison = column + (term.descending() != backwards ? " < " : " > ") + value(i);
        return term.key().nullable() && !backwards ? "(" + comparison + " or " + column + " is null)" : comparison;
    }

    private String value(int i) {
        return "cast(cast(" + bind.apply(values.get(i)) + " as text) as "
                + terms.get(i).key().type() + ")";
    }
}
