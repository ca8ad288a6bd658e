package org.quartermaster.catalog.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chooses of all articles that share words with a line the few that are worth a comparison. */
final class Shortlist {
    /** Articles with a word are not named when they are more. */
    static final int MOST_NAMED = 2_000;

    private static final int MOST = 15;
    private static final int LONGEST_PHRASE = 3;
    private static final double TYPO = 0.8;

    private final long articles;
    private final Map<String, Found> words;
    private final Map<String, List<Long>> others = new HashMap<>();

    /**
     * The articles that have a word.
     *
     * @param ids null when they are more than {@link #MOST_NAMED}
     */
    record Found(long articles, List<Long> ids) {}

    /** @param articles of the whole catalogue */
    Shortlist(long articles, Map<String, Found> words) {
        this.articles = articles;
        this.words = words;
    }

    Frequencies frequencies() {
        var counts = new HashMap<String, Long>();
        words.forEach((word, found) -> counts.put(word, found.articles()));
        return new Frequencies(articles, counts);
    }

    private double weight(String word) {
        return Vocabulary.weight(articles, words.get(word).articles());
    }

    /**
     * The phrases of common words that a line is looked up by, in which the rare ones, if there are any, do not stand.
     */
    List<String> phrases(Map<String, Double> sought) {
        var common = sought.keySet().stream()
                .filter(word -> words.containsKey(word) && words.get(word).ids() == null)
                .sorted(Comparator.comparingLong(word -> words.get(word).articles()))
                .limit(LONGEST_PHRASE)
                .toList();
        var isOnlyCommon = sought.keySet().stream()
                .noneMatch(word -> words.containsKey(word) && words.get(word).ids() != null);
        var phrases = new ArrayList<String>();
        for (var length = isOnlyCommon ? 1 : 2; length <= common.size(); length++) {
            phrases.add(String.join(" ", common.subList(0, length)));
        }
        return phrases;
    }

    /** The words of a line that no article has, when they are at least half of it. */
    List<String> unknown(Map<String, Double> sought) {
        var meant = sought.entrySet().stream()
                .filter(word -> word.getValue() == 1.0 && !Terms.hasDigit(word.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        var unknown = meant.stream()
                .filter(word -> !words.containsKey(word) && Likeness.canBeTypo(word))
                .toList();
        return unknown.size() * 2 >= meant.size() ? unknown : List.of();
    }

    /** Adds what phrases and mistyped words gave. */
    void add(Map<String, List<Long>> found) {
        others.putAll(found);
    }

    /** @param certain those that are compared in any case */
    Collection<Long> of(Map<String, Double> sought, Collection<Long> certain) {
        var scores = new LinkedHashMap<Long, Double>();
        sought.forEach((word, surely) -> {
            var found = words.get(word);
            if (found != null && found.ids() != null) {
                add(scores, found.ids(), surely * weight(word));
            } else if (others.containsKey(word) && found == null) {
                add(scores, others.get(word), TYPO);
            }
        });
        for (var phrase : phrases(sought)) {
            var last = phrase.substring(phrase.lastIndexOf(' ') + 1);
            add(scores, others.getOrDefault(phrase, List.of()), weight(last));
        }
        var chosen = new ArrayList<>(certain);
        scores.entrySet().stream()
                .sorted(Map.Entry.<Long, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .forEach(entry -> chosen.add(entry.getKey()));
        return chosen;
    }

    private static void add(Map<Long, Double> scores, List<Long> ids, double gain) {
        ids.forEach(id -> scores.merge(id, gain, Double::sum));
    }
}
