package org.quartermaster.catalog.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quartermaster.catalog.text.Key;
import org.quartermaster.catalog.text.Words;

/** What the beginning of a search may become. */
record ProductSuggestions(List<Suggested> items) {
    /**
     * One possibility.
     *
     * @param productId the product that it is a number or name of; null for a word
     * @param kind sku, name or word
     */
    record Suggested(String text, Long productId, String kind) {}

    /** As the suggesting function reads it: whole words, and the last one, which may go on. */
    static Map<String, Object> asked(String text, int limit) {
        var words = Words.of(text);
        var whole = words.subList(0, Math.max(0, words.size() - 1));
        var asked = new LinkedHashMap<String, Object>();
        asked.put("key", Key.of(text));
        asked.put("last", words.isEmpty() ? "" : words.get(words.size() - 1));
        asked.put("words", whole.isEmpty() ? null : all(whole));
        asked.put("limit", limit);
        return asked;
    }

    private static String all(List<String> words) {
        return words.stream().map(SearchTerm::quoted).collect(Collectors.joining(" & "));
    }
}
