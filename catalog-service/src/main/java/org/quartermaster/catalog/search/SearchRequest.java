package org.quartermaster.catalog.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.catalog.text.Key;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/**
 * What is searched for.
 *
 * @param text as it was typed; null for all products that the filters leave
 * @param words of the text
 * @param filters as the search function reads them
 * @param facets to count
 */
record SearchRequest(String text, SearchWords words, Map<String, Object> filters, List<String> facets, int limit) {
    private static final int LONGEST = 200;
    private static final int USUAL_LIMIT = 50;
    private static final int MAX_LIMIT = 100;
    private static final String FEATURE = "feature:";
    private static final List<String> FACETS =
            List.of("category", "brand", "supplier", "availability", "unspsc", "etim_class");

    static SearchRequest read(Caller caller, Fields query) {
        var text = query.text("q", 0, LONGEST).value();
        return new SearchRequest(
                text,
                SearchWords.of(text == null ? "" : text),
                SearchFilters.read(caller, query),
                facets(query),
                query.integer("limit", 1, MAX_LIMIT).or(USUAL_LIMIT));
    }

    private static List<String> facets(Fields query) {
        var facets = query.texts("facets").stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(facet -> !facet.isEmpty())
                .distinct()
                .toList();
        for (var facet : facets) {
            if (!FACETS.contains(facet) && (!facet.startsWith(FEATURE) || facet.length() == FEATURE.length())) {
                query.error("facets", "enum", String.join(", ", FACETS) + ", " + FEATURE + "<code>");
            }
        }
        return facets;
    }

    /** The same for another text: one hit is enough to know that it is found. */
    SearchRequest reworded(String other) {
        return new SearchRequest(other, SearchWords.of(other), filters, List.of(), 1);
    }

    /** What a cursor is bound to. */
    String identity() {
        return Integer.toHexString(("products" + text + filters).hashCode());
    }

    /**
     * As the search function reads it.
     *
     * @param place where the page begins, or null
     * @param meant words of the tenant that words of the text may be meant for
     */
    Map<String, Object> asked(SearchPlace place, Map<String, List<String>> meant) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("text", text);
        asked.put("key", Key.of(text == null ? "" : text));
        asked.put("all", words.all());
        asked.put("some", words.some());
        asked.put("typos", words.typos(meant));
        asked.put(
                "words",
                words.terms().stream()
                        .map(term -> reason(term.text(), term.query()))
                        .toList());
        asked.put("reasons", reasons(meant));
        asked.put("filters", filters);
        asked.put("facets", facets);
        asked.put("limit", limit);
        if (place != null) {
            asked.put("after", List.of(place.tier(), place.score(), place.id()));
            asked.put("widest", place.widest());
        }
        return asked;
    }

    private List<Map<String, String>> reasons(Map<String, List<String>> meant) {
        var reasons = new ArrayList<Map<String, String>>();
        for (var term : words.terms()) {
            reasons.add(reason(term.text(), term.query()));
            meant.getOrDefault(term.text(), List.of()).stream()
                    .map(word -> reason(word + " (" + term.text() + ")", SearchTerm.quoted(word)))
                    .forEach(reasons::add);
        }
        return reasons;
    }

    private static Map<String, String> reason(String text, String query) {
        return Map.of("text", text, "query", query);
    }
}
