package org.quartermaster.benchmarks;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * The words of articles that nobody sells: as unlike each other as words of a language are, which the search for typing
 * errors feels, and none of them a plural.
 */
final class ArticleWords {
    private static final String[] ONSETS =
            "b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r sh sl st t tr v w".split(" ");
    private static final String[] VOWELS = "a e i o u ea oo".split(" ");
    private static final String[] CODAS = {"", "l", "m", "n", "nd", "r", "rk", "t", "ck", "mp"};
    private static final int SYLLABLES = 2;
    private static final List<String> WORDS = words();

    private ArticleWords() {}

    private static List<String> words() {
        var random = new SplittableRandom(1);
        var words = new LinkedHashSet<String>();
        while (words.size() < Vocabulary.SIZE) {
            var word = new StringBuilder();
            for (var n = 0; n < SYLLABLES; n++) {
                word.append(any(random, ONSETS)).append(any(random, VOWELS)).append(any(random, CODAS));
            }
            words.add(word.toString());
        }
        return List.copyOf(words);
    }

    private static String any(SplittableRandom random, String... parts) {
        return parts[random.nextInt(parts.length)];
    }

    /** The n-th word, from 0, the commonest first. */
    static String word(int n) {
        return WORDS.get(n);
    }

    /** Two different letters near the middle change their places. */
    static String mistyped(String word) {
        var place = word.length() / 2;
        while (word.charAt(place) == word.charAt(place - 1)) {
            place++;
        }
        return word.substring(0, place - 1) + word.charAt(place) + word.charAt(place - 1) + word.substring(place + 1);
    }

    /** All words as an array of SQL, for {@link Vocabulary#sqlText}. */
    static String sql() {
        return WORDS.stream().collect(Collectors.joining(",", "'{", "}'"));
    }
}
