package org.quartermaster.catalog.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.quartermaster.catalog.text.Key;

/** A catalogue in memory, which gives the articles that a line may mean. */
public final class ArticleIndex {
    private static final int MOST = 60;
    private static final int COMMON = 20_000;
    private static final int LONGEST_KEY = 4;
    private static final int SHORTEST_KEY = 4;
    private static final int SHORTEST_NUMBER = 6;

    private final List<Profile> profiles = new ArrayList<>();
    private final Vocabulary vocabulary = new Vocabulary();
    private final Map<String, List<Integer>> postings = new HashMap<>();
    private final Map<String, Set<Integer>> keys = new HashMap<>();

    /** @param articles those that may be offered */
    public ArticleIndex(Collection<Article> articles) {
        articles.forEach(this::add);
    }

    private void add(Article article) {
        var number = profiles.size();
        var profile = new Profile(article);
        profiles.add(profile);
        vocabulary.add(profile);
        profile.terms().keySet().forEach(term -> postings.computeIfAbsent(term, any -> new ArrayList<>(2)).add(number));
        for (var key : article.keys()) {
            keys.computeIfAbsent(Key.of(key.value()), any -> new HashSet<>()).add(number);
        }
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The articles that share most with the line, best first, those whose number it names before all. */
    List<Profile> candidates(Wish wish) {
        var scores = new HashMap<Integer, Double>();
        keysIn(wish).forEach(key -> keys.get(key).forEach(article -> scores.put(article, 100.0)));
        for (var word : new HashSet<>(words(wish))) {
            var meanings = vocabulary.meanings(word);
            for (var meaning : meanings.entrySet()) {
                var articles = postings.get(meaning.getKey());
                if (articles.size() <= COMMON || scores.isEmpty()) {
                    var gain = meaning.getValue() * vocabulary.weight(meaning.getKey());
                    articles.forEach(article -> scores.merge(article, gain, Double::sum));
                }
            }
        }
        wish.confirmed().forEach(id -> IntStream.range(0, profiles.size())
                .filter(number -> profiles.get(number).article().id() == id)
                .forEach(number -> scores.put(number, 100.0)));
        return scores.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(entry -> profiles.get(entry.getKey()))
                .toList();
    }

    static List<String> words(Wish wish) {
        var words = new ArrayList<>(Terms.of(wish.text()));
        if (wish.brand() != null) {
            words.addAll(Terms.of(wish.brand()));
        }
        return words;
    }

    /** The article numbers that a line names, in its own place for them or among its words. */
    Set<String> keysIn(Wish wish) {
        var found = new HashSet<String>();
        if (wish.mpn() != null && keys.containsKey(Key.of(wish.mpn()))) {
            found.add(Key.of(wish.mpn()));
        }
        var words = wish.text().split("[\\s,;()\\[\\]]+");
        for (var from = 0; from < words.length; from++) {
            var joined = new StringBuilder();
            for (var to = from; to < Math.min(words.length, from + LONGEST_KEY); to++) {
                var key = Key.of(joined.append(words[to]).toString());
                if (isDistinct(key) && keys.containsKey(key)) {
                    found.add(key);
                }
            }
        }
        return found;
    }

    /** How many articles have a number. */
    int owners(String key) {
        return keys.getOrDefault(key, Set.of()).size();
    }

    /** NB: short numbers and plain small ones are amounts and sizes more often than articles. */
    private static boolean isDistinct(String key) {
        var digits = key.chars().filter(Character::isDigit).count();
        return digits > 0 && key.length() >= (digits == key.length() ? SHORTEST_NUMBER : SHORTEST_KEY);
    }
}
