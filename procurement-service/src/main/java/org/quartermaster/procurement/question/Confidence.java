package org.quartermaster.procurement.question;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;

/**
 * How much of what was asked the cited sources speak of.
 *
 * @param score share of the question's words, by their rarity, from 0 to 1
 */
record Confidence(Level level, BigDecimal score) {
    private static final BigDecimal HIGH = new BigDecimal("0.80");
    private static final BigDecimal MEDIUM = new BigDecimal("0.60");

    /** In words. */
    enum Level {
        HIGH,
        MEDIUM,
        LOW
    }

    static Confidence of(List<AskedWord> words, List<Source> sources, Set<Integer> cited) {
        var all = words.stream().mapToDouble(AskedWord::weight).sum();
        var found = words.stream()
                .filter(word ->
                        sources.stream().anyMatch(source -> cited.contains(source.n()) && word.isIn(source.text())))
                .mapToDouble(AskedWord::weight)
                .sum();
        return of(all == 0 ? 0 : found / all);
    }

    static Confidence of(double share) {
        var score = BigDecimal.valueOf(share).setScale(2, RoundingMode.HALF_UP);
        var level = score.compareTo(HIGH) >= 0 ? Level.HIGH : score.compareTo(MEDIUM) >= 0 ? Level.MEDIUM : Level.LOW;
        return new Confidence(level, score);
    }
}
