package org.quartermaster.catalog.search;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.quartermaster.catalog.matching.Likeness;

/**
 * The words of a tenant that look like those of a search.
 *
 * @param found by the word that was asked, the most alike first
 */
record SimilarWords(Map<String, List<Similar>> found) {
    private static final float ALIKE = 0.4f;

    /** A word of the tenant, and the share of its trigrams that are those of the other. */
    record Similar(String word, float likeness) {}

    static SimilarWords read(RowSet<Row> rows) {
        var found = new TreeMap<String, List<Similar>>();
        rows.forEach(row -> found.computeIfAbsent(row.getString("asked_word"), any -> new ArrayList<>())
                .add(new Similar(row.getString("word"), row.getFloat("likeness"))));
        found.values()
                .forEach(words -> words.sort(
                        Comparator.comparing(Similar::likeness).reversed().thenComparing(Similar::word)));
        return new SimilarWords(found);
    }

    /** The words that each may be meant for by one or two typing errors. */
    Map<String, List<String>> meant() {
        var meant = new TreeMap<String, List<String>>();
        found.forEach((asked, words) -> {
            var typos = words.stream()
                    .map(Similar::word)
                    .filter(word -> !word.equals(asked) && Likeness.isTypo(asked, word))
                    .toList();
            if (!typos.isEmpty()) {
                meant.put(asked, typos);
            }
        });
        return meant;
    }

    /** The words with those replaced that no product has; empty where there is nothing to replace them with. */
    Optional<String> instead(List<SearchTerm> terms) {
        var asked = terms.stream().map(SearchTerm::text).collect(Collectors.joining(" "));
        var other = terms.stream().map(SearchTerm::text).map(this::instead).collect(Collectors.joining(" "));
        return other.equals(asked) ? Optional.empty() : Optional.of(other);
    }

    private String instead(String asked) {
        var words = found.getOrDefault(asked, List.of());
        var typo = words.stream().filter(word -> Likeness.isTypo(asked, word.word()));
        return typo.findFirst()
                .or(() ->
                        words.stream().filter(word -> word.likeness() >= ALIKE).findFirst())
                .map(Similar::word)
                .orElse(asked);
    }
}
