package org.quartermaster.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Answers that may be right, each with how sure it was. */
final class Guesses {
    private static final int TENTHS = 10;

    /** One of them, 0 to 1; of equally sure ones the higher score counts as surer. */
    record Guess(double confidence, double score, boolean isRight) {}

    private final List<Guess> all = new ArrayList<>();

    void add(double confidence, double score, boolean isRight) {
        all.add(new Guess(confidence, score, isRight));
    }

    int count() {
        return all.size();
    }

    /** The share of right ones. */
    double right() {
        return right(all);
    }

    /** The share of right ones among so many tenths, the surest. */
    double right(int tenths) {
        var sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingDouble(Guess::confidence)
                .thenComparingDouble(Guess::score)
                .reversed());
        return right(sorted.subList(0, sorted.size() * tenths / TENTHS));
    }

    private static double right(List<Guess> some) {
        return some.isEmpty()
                ? 1
                : (double) some.stream().filter(Guess::isRight).count() / some.size();
    }

    /** How far the confidence is from the share of right ones, in ten bins weighted by their size. */
    double calibrationError() {
        var claimed = new double[TENTHS];
        for (var guess : all) {
            var bin = (int) Math.min(TENTHS - 1, guess.confidence * TENTHS);
            claimed[bin] += guess.confidence - (guess.isRight ? 1 : 0);
        }
        double error = 0;
        for (var bin : claimed) {
            error += Math.abs(bin);
        }
        return all.isEmpty() ? 0 : error / all.size();
    }
}
