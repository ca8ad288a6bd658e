package org.quartermaster.catalog.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chooses of all articles that share words with a line the few that are worth a comparison. */
final class Shortlist {
    /** Articles with a word are not named when they are more. */
    static final int MOST_NAMED = 1_000;

    private static final int MOST = 12;
    private static final int LONGEST_PHRASE = 4;
    private static final double TYPO = 0.8;

    private final long articles;
    private final Map<String, Found> words;
    private final Map<String, List<Long>> phrases = new HashMap<>();

    /**
     * The articles that have a word.
     *
     * @param ids null when they are more than {@link #MOST_NAMED}; how many is then not known
     */
    record Found(long articles, List<Long> ids) {
        boolean isCommon() {
            return ids == null;
        }
    }

    /** @param articles of the whole catalogue */
    Shortlist(long articles, Map<String, Found> words) {
        this.articles = articles;
        this.words = new HashMap<>(words);
    }

    Frequencies frequencies() {
        var counts = new HashMap<String, Long>();
        words.forEach((word, found) -> {
            if (!found.isCommon()) {
                counts.put(word, found.articles());
            }
        });
        return new Frequencies(articles, counts);
    }

    private double weight(String word) {
        return Vocabulary.weight(articles, words.get(word).articles());
    }

    /** The phrases that a line is looked up by: all its common words, and when it has no others each two neighbours. */
    List<String> phrases(Map<String, Double> sought) {
        var known = sought.keySet().stream().filter(words::containsKey).toList();
        var common = known.stream()
                .filter(word -> words.get(word).isCommon())
                .limit(LONGEST_PHRASE)
                .toList();
        var phrases = new ArrayList<String>();
        if (common.size() > 1 || common.size() == known.size() && !common.isEmpty()) {
            phrases.add(String.join(" ", common));
        }
        if (common.size() == known.size() && common.size() > 2) {
            for (var i = 1; i < common.size(); i++) {
                phrases.add(common.get(i - 1) + " " + common.get(i));
            }
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

    /** Adds words that nobody wrote, but meant. */
    void know(Map<String, Found> others) {
        words.putAll(others);
    }

    /**
     * A line with the words that it meant instead of mistyped ones: rare ones all, and of common ones the likest.
     *
     * @param meanings of unknown words, the likest first
     */
    Map<String, Double> corrected(Map<String, Double> sought, Map<String, List<String>> meanings) {
        var mistyped = unknown(sought);
        var corrected = new LinkedHashMap<String, Double>();
        sought.forEach((word, surely) -> {
            var meant = mistyped.contains(word) ? known(meanings.getOrDefault(word, List.of())) : List.<String>of();
            if (meant.isEmpty()) {
                corrected.merge(word, surely, Math::max);
            }
            meant.forEach(other -> corrected.merge(other, surely * TYPO, Math::max));
        });
        return corrected;
    }

    private List<String> known(List<String> meanings) {
        var known = new ArrayList<String>();
        var hasCommon = false;
        for (var word : meanings) {
            var isCommon = words.containsKey(word) && words.get(word).isCommon();
            if (words.containsKey(word) && !(isCommon && hasCommon)) {
                known.add(word);
            }
            hasCommon |= isCommon;
        }
        return known;
    }

    /** Adds what phrases gave. */
    void add(Map<String, List<Long>> found) {
        phrases.putAll(found);
    }

    /** @param certain those that are compared in any case */
    Collection<Long> of(Map<String, Double> sought, Collection<Long> certain) {
        var scores = new LinkedHashMap<Long, Double>();
        sought.forEach((word, surely) -> {
            var found = words.get(word);
            if (found != null && !found.isCommon()) {
                add(scores, found.ids(), surely * weight(word));
            }
        });
        for (var phrase : phrases(sought)) {
            var gain =
                    Arrays.stream(phrase.split(" ")).mapToDouble(this::weight).sum();
            add(scores, phrases.getOrDefault(phrase, List.of()), gain);
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
