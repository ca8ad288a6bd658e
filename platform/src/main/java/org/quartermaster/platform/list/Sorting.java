package org.quartermaster.platform.list;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.problem.ProblemType;

/** The order of a list: the asked keys, then those that make it total. */
final class Sorting {
    private final List<Term> terms;

    /** A key and its direction. */
    record Term(SortKey key, boolean descending) {
        Term on(String column) {
            return new Term(new SortKey(key.name(), column, key.type(), key.nullable()), descending);
        }
    }

    private Sorting(List<Term> terms) {
        this.terms = terms;
    }

    /**
     * Reads {@code sort=field,-field}; without it the default order. The tie-breaker always comes last.
     *
     * @param oneWay whether it then runs the way of the key before it, not upwards
     */
    static Sorting read(String sort, List<SortKey> published, List<SortKey> usual, SortKey tieBreaker, boolean oneWay) {
        var terms = new ArrayList<Term>();
        if (sort == null || sort.isBlank()) {
            usual.forEach(key -> terms.add(new Term(key, false)));
        } else {
            for (var word : sort.split(",")) {
                terms.add(term(word.strip(), published));
            }
        }
        if (terms.stream().noneMatch(term -> term.key().equals(tieBreaker))) {
            terms.add(new Term(
                    tieBreaker,
                    oneWay && !terms.isEmpty() && terms.get(terms.size() - 1).descending()));
        }
        return new Sorting(terms);
    }

    private static Term term(String word, List<SortKey> published) {
        var name = word.startsWith("-") ? word.substring(1) : word;
        return published.stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .map(key -> new Term(key, word.startsWith("-")))
                .orElseThrow(() -> Problem.invalid(
                        ProblemType.INVALID_PARAMETER,
                        List.of(new FieldError(
                                "sort",
                                "enum",
                                published.stream().map(SortKey::name).collect(Collectors.joining(", "))))));
    }

    List<Term> terms() {
        return terms;
    }

    /** The same order of rows whose keys stand in the given columns. */
    Sorting on(IntFunction<String> column) {
        return new Sorting(IntStream.range(0, terms.size())
                .mapToObj(i -> terms.get(i).on(column.apply(i)))
                .toList());
    }

    /** The same order of rows whose first key is never null, or always. */
    Sorting withoutNulls() {
        var plain = new ArrayList<>(terms);
        var first = terms.get(0);
        plain.set(
                0,
                new Term(
                        SortKey.of(
                                first.key().name(),
                                first.key().sql(),
                                first.key().type()),
                        first.descending()));
        return new Sorting(plain);
    }

    /** The order by all keys but the first. */
    Sorting rest() {
        return new Sorting(terms.subList(1, terms.size()));
    }

    /** For the order by clause; backwards for a page before a cursor. */
    String orderBy(boolean backwards) {
        return terms.stream().map(term -> orderBy(term, backwards)).collect(Collectors.joining(", "));
    }

    private static String orderBy(Term term, boolean backwards) {
        var descending = term.descending() != backwards;
        var nulls = term.key().nullable() ? (backwards ? " nulls first" : " nulls last") : "";
        return term.key().sql() + (descending ? " desc" : "") + nulls;
    }

    @Override
    public String toString() {
        return terms.stream()
                .map(term -> (term.descending() ? "-" : "") + term.key().name())
                .collect(Collectors.joining(","));
    }
}
