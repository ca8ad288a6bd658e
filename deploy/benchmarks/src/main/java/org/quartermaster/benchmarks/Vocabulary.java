package org.quartermaster.benchmarks;

import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The words of tenders that nobody published: few of them stand nearly everywhere, most of them hardly anywhere. */
final class Vocabulary {
    static final int SIZE = 8_000;

    private static final String[] SYLLABLES = "ba ce di fo gu ha ke li mo nu pa re si to vu za le mi ro ta".split(" ");
    private static final int SKEW = 3;

    private Vocabulary() {}

    /** The n-th word, from 0, the commonest first; no two of them are equal, and none begins another. */
    static String word(int n) {
        var count = SYLLABLES.length;
        return SYLLABLES[n % count]
                + SYLLABLES[n / count % count]
                + SYLLABLES[n / count / count % count]
                + SYLLABLES[(n + n / count) % count];
    }

    /** A word as they come in a text. */
    static String word(SplittableRandom random) {
        return word((int) (SIZE * Math.pow(random.nextDouble(), SKEW)));
    }

    static String text(SplittableRandom random, int words) {
        return IntStream.range(0, words).mapToObj(n -> word(random)).collect(Collectors.joining(" "));
    }

    /** All words as an array of SQL. */
    static String sql() {
        return IntStream.range(0, SIZE).mapToObj(Vocabulary::word).collect(Collectors.joining(",", "'{", "}'"));
    }

    /** SQL that gives a text of so many words, another one for each {@code n}, from {@code v.words}. */
    static String sqlText(int words) {
        return """
                (select string_agg(word, ' ') from (
                  select v.words[1 + floor(%d * power(random(), %d))::int] as word from generate_series(1, %d + 0 * n)) x)
                """.formatted(SIZE, SKEW, words).strip();
    }
}
