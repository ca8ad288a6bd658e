package org.quartermaster.procurement.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.quartermaster.platform.rest.Fields;

/**
 * What a search asks of a text.
 *
 * @param groups of each of which one term must be found
 * @param excluded terms of which none may be found
 */
public record SearchQuery(List<List<Term>> groups, List<Term> excluded) {
    /** Terms that a search may have. */
    public static final int MOST_TERMS = 100;

    private static final int MOST_CHARACTERS = 2_000;

    /** Reads {@code q} and {@code exclude}; wrong ones are noted. Null where neither was given. */
    public static SearchQuery read(Fields query) {
        var text = query.text("q", 0, MOST_CHARACTERS).value();
        var excluded = new ArrayList<>(Terms.read(query, "exclude", MOST_TERMS));
        if (text == null) {
            return excluded.isEmpty() ? null : new SearchQuery(List.of(), List.copyOf(excluded));
        }
        var found = parse(text);
        var terms = found.groups.stream().mapToInt(List::size).sum() + found.excluded.size();
        if (terms > MOST_TERMS) {
            query.error("q", "too_many_values", MOST_TERMS);
        } else if (found.groups.isEmpty()) {
            query.error("q", found.excluded.isEmpty() ? "term_without_word" : "only_exclusions");
        }
        excluded.addAll(0, found.excluded);
        return new SearchQuery(found.groups, List.copyOf(excluded));
    }

    /**
     * Reads the language of {@code q}: words and "quoted phrases" all of which must be found, {@code a OR b} for one of
     * both, {@code -a} for none; an exclusion excludes also beside an OR. What has no word in it is passed over.
     */
    static SearchQuery parse(String text) {
        var groups = new ArrayList<List<Term>>();
        var excluded = new ArrayList<Term>();
        var joins = false;
        for (var token : QueryToken.all(text)) {
            if (token.isOr()) {
                joins = !groups.isEmpty();
                continue;
            }
            var term = Term.parse(token.text());
            if (term.isEmpty()) {
                continue;
            }
            if (token.isExcluded()) {
                excluded.add(term.get());
            } else if (joins) {
                groups.get(groups.size() - 1).add(term.get());
            } else {
                groups.add(new ArrayList<>(List.of(term.get())));
            }
            joins = false;
        }
        return new SearchQuery(groups.stream().map(List::copyOf).toList(), List.copyOf(excluded));
    }

    /** True where a text has what is asked for within the parts. */
    public boolean matches(SearchVector vector, Collection<Part> parts) {
        return groups.stream().allMatch(group -> group.stream().anyMatch(term -> vector.has(term, parts)))
                && excluded.stream().noneMatch(term -> vector.has(term, parts));
    }

    /** The text of a tsquery that matches where {@link #matches} says so. */
    public String tsquery(Collection<Part> parts) {
        var clauses = new ArrayList<String>();
        groups.forEach(group -> clauses.add("(" + Term.anyOf(group, parts) + ")"));
        if (!excluded.isEmpty()) {
            clauses.add("!(" + Term.anyOf(excluded, parts) + ")");
        }
        return clauses.stream().collect(Collectors.joining(" & "));
    }
}
