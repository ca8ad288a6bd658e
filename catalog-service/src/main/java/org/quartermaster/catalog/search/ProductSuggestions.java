package org.quartermaster.catalog.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quartermaster.catalog.text.Key;
import org.quartermaster.catalog.text.Words;

/** What the beginning of a search may become. */
record ProductSuggestions(List<Suggested> items) {
    private static final int BRIEF = 3;

    /**
     * One possibility.
     *
     * @param productId the product that it is a number or name of; null for a word
     * @param kind sku, name or word
     */
    record Suggested(String text, Long productId, String kind) {}

    /** As the suggesting function reads it: whole words but for the last one. */
    static Map<String, Object> asked(String text, int limit) {
        var words = Words.of(text);
        var last = words.isEmpty() ? "" : words.get(words.size() - 1);
        var asked = new LinkedHashMap<String, Object>();
        asked.put("key", Key.of(text));
        asked.put("beginning", words.size() == 1 ? last : "");
        asked.put("query", query(words, last));
        asked.put("limit", limit);
        return asked;
    }

    /** NB: so many words begin with one letter or two that only whole words are looked for then. */
    private static String query(List<String> words, String last) {
        var all = words.stream().map(SearchTerm::quoted).collect(Collectors.joining(" & "));
        return last.length() < BRIEF ? all : all + ":*";
    }
}
