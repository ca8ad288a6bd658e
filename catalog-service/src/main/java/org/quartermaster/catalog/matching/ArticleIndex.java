package org.quartermaster.catalog.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.quartermaster.catalog.text.Key;

/** A catalogue in memory, which gives the articles that a line may mean. */
public final class ArticleIndex {
    private static final int MOST = 60;
    private static final double CERTAIN = 100;
    private static final int COMMON = 20_000;

    private final List<Profile> profiles = new ArrayList<>();
    private final Vocabulary vocabulary;
    private final Map<String, Posting> postings = new HashMap<>();
    private final Map<String, Set<Integer>> keys = new HashMap<>();
    private final Map<Long, Integer> numbers = new HashMap<>();

    /** @param articles those that may be offered */
    public ArticleIndex(Collection<Article> articles) {
        this(articles, Frequencies.NONE);
    }

    /** @param known of the whole catalogue, of which these articles are a part */
    ArticleIndex(Collection<Article> articles, Frequencies known) {
        vocabulary = new Vocabulary(known);
        articles.stream().sorted(Comparator.comparingLong(Article::id)).forEach(this::add);
    }

    private void add(Article article) {
        var number = profiles.size();
        var profile = new Profile(article);
        profiles.add(profile);
        vocabulary.add(profile);
        profile.terms().keySet().forEach(term -> postings.computeIfAbsent(term, any -> new Posting())
                .add(number));
        numbers.put(article.id(), number);
        for (var key : article.keys()) {
            keys.computeIfAbsent(Key.of(key.value()), any -> new HashSet<>()).add(number);
        }
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The articles that share most with the line, best first, those whose number it names before all. */
    List<Profile> candidates(Wish wish) {
        var scores = new double[profiles.size()];
        var isCovered = addWords(wish, scores, false);
        if (!isCovered) {
            addWords(wish, scores, true);
        }
        keysIn(wish).forEach(key -> keys.get(key).forEach(article -> scores[article] += CERTAIN));
        for (var id : wish.confirmed()) {
            var number = numbers.get(id);
            if (number != null) {
                scores[number] += CERTAIN;
            }
        }
        return best(scores);
    }

    /** Adds what each word tells; common words are left out unless the line has no other. */
    private boolean addWords(Wish wish, double[] scores, boolean isCommon) {
        var isAny = false;
        for (var word : new LinkedHashSet<>(words(wish))) {
            for (var meaning : vocabulary.meanings(word).entrySet()) {
                var articles = postings.get(meaning.getKey());
                if (articles.size() > COMMON == isCommon) {
                    isAny = true;
                    var gain = meaning.getValue() * vocabulary.weight(meaning.getKey());
                    articles.addTo(scores, gain);
                }
            }
        }
        return isAny;
    }

    /** NB: of articles that share equally much the ones first entered win, so that the answer is always the same. */
    private List<Profile> best(double[] scores) {
        var best = new PriorityQueue<Integer>(
                MOST + 1,
                Comparator.<Integer>comparingDouble(at -> scores[at]).thenComparing(Comparator.reverseOrder()));
        for (var at = 0; at < scores.length; at++) {
            if (scores[at] > 0 && (best.size() < MOST || scores[at] > scores[best.element()])) {
                best.add(at);
                if (best.size() > MOST) {
                    best.remove();
                }
            }
        }
        return best.stream()
                .sorted(Comparator.<Integer>comparingDouble(at -> -scores[at]).thenComparing(Comparator.naturalOrder()))
                .map(profiles::get)
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
        var found = new HashSet<>(NamedKeys.of(wish));
        found.retainAll(keys.keySet());
        return found;
    }

    /** How many articles have a number. */
    int owners(String key) {
        return keys.getOrDefault(key, Set.of()).size();
    }
}
