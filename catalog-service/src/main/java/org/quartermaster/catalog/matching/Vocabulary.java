package org.quartermaster.catalog.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** All terms of a catalogue: how rare each is, and which ones a mistyped word may mean. */
final class Vocabulary {
    private static final double SYNONYM = 0.9;
    private static final double TYPO = 0.8;
    private static final int MOST_TYPOS = 8;

    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, List<String>> trigrams = new HashMap<>();
    private final Map<String, Map<String, Double>> seen = new ConcurrentHashMap<>();
    private final Map<String, Double> weights = new ConcurrentHashMap<>();
    private final Frequencies known;
    private int articles;

    /** @param known of the whole catalogue, when only a part of it is here */
    Vocabulary(Frequencies known) {
        this.known = known;
    }

    void add(Profile profile) {
        articles++;
        for (var term : profile.terms().keySet()) {
            if (counts.merge(term, 1, Integer::sum) == 1 && !Terms.hasDigit(term)) {
                parts(term).forEach(part -> trigrams.computeIfAbsent(part, any -> new ArrayList<>())
                        .add(term));
            }
        }
    }

    /** How much a term tells, from almost 0 for one that all articles have to 1 for one that a single one or none has. */
    double weight(String term) {
        return weights.computeIfAbsent(term, this::measure);
    }

    private double measure(String term) {
        var all = Math.max(articles, known.articles());
        var count = known.counts().getOrDefault(term, 0L) > 0 ? known.counts().get(term) : estimate(term, all);
        return weight(all, count);
    }

    static double weight(long all, double count) {
        var least = Math.log((all + 1.0) / 1.5);
        return least <= 0 ? 1 : Math.log((all + 1.0) / (Math.max(1, count) + 0.5)) / least * 0.95 + 0.05;
    }

    /** NB: what a part of the catalogue has once may be the only one; what it has often, the rest has as often. */
    private double estimate(String term, long all) {
        var count = counts.getOrDefault(term, 0);
        return count <= 1 ? count : 1 + (count - 1.0) * all / articles;
    }

    boolean has(String term) {
        return counts.containsKey(term);
    }

    int count(String term) {
        return counts.getOrDefault(term, 0);
    }

    /** The terms of the catalogue that a word of a line may mean, each with how surely. */
    Map<String, Double> meanings(String word) {
        return seen.computeIfAbsent(word, this::find);
    }

    private Map<String, Double> find(String word) {
        var meanings = new TreeMap<String, Double>();
        if (has(word)) {
            meanings.put(word, 1.0);
        }
        Synonyms.of(word).stream().filter(this::has).forEach(same -> meanings.putIfAbsent(same, SYNONYM));
        if (!has(word) && !Terms.hasDigit(word)) {
            typos(word).forEach(typo -> meanings.putIfAbsent(typo, TYPO));
        }
        return meanings;
    }

    private List<String> typos(String word) {
        var alike = new HashSet<String>();
        for (var part : parts(word)) {
            alike.addAll(trigrams.getOrDefault(part, List.of()));
        }
        return alike.stream()
                .filter(term -> Likeness.isTypo(word, term))
                .sorted()
                .limit(MOST_TYPOS)
                .toList();
    }

    private static List<String> parts(String word) {
        var padded = "^" + word + "$";
        var parts = new ArrayList<String>();
        for (var i = 0; i + 2 <= padded.length(); i++) {
            parts.add(padded.substring(i, Math.min(padded.length(), i + 3)));
        }
        return parts;
    }
}
