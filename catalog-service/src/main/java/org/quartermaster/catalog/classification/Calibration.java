package org.quartermaster.catalog.classification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns a share into the confidence that was measured for it: rising bins, found by pooling adjacent violators.
 *
 * @param bins of the first suggestions, by rising share; never empty
 * @param others of the second and later suggestions
 * @param knownName how often the code of a known name was right
 * @param threshold lowest share of a first suggestion that is proposed; above 1 when none is sure enough
 */
record Calibration(List<CalibrationBin> bins, List<CalibrationBin> others, double knownName, double threshold) {

    /** Bins smaller than this say too little alone. */
    private static final int SMALLEST = 30;

    private static final double NEVER = 2;

    double first(double share) {
        return read(bins, share);
    }

    double other(double share) {
        return read(others, share);
    }

    /** The lowest share above which, taken together, the wanted part of the outcomes was right. */
    static double threshold(List<Outcome> outcomes, double precision) {
        List<Outcome> surest = outcomes.stream()
                .sorted(Comparator.comparingDouble(Outcome::value).reversed().thenComparing(Outcome::right))
                .toList();
        double threshold = NEVER;
        int right = 0;
        for (int i = 0; i < surest.size(); i++) {
            right += surest.get(i).right() ? 1 : 0;
            boolean tied = i + 1 < surest.size()
                    && surest.get(i + 1).value() == surest.get(i).value();
            if (!tied && right >= precision * (i + 1)) {
                threshold = surest.get(i).value();
            }
        }
        return threshold;
    }

    /** Bins whose confidence never falls as the share rises. */
    static List<CalibrationBin> fit(List<Outcome> outcomes) {
        List<Outcome> sorted = outcomes.stream()
                .sorted(Comparator.comparingDouble(Outcome::value).thenComparing(Outcome::right))
                .toList();
        List<Pool> pools = new ArrayList<>();
        for (int start = 0; start < sorted.size(); start += SMALLEST) {
            // NB: a rest smaller than a bin is pooled with the last one.
            int end = sorted.size() - start < 2 * SMALLEST ? sorted.size() : start + SMALLEST;
            pools.add(Pool.of(sorted.subList(start, end)));
            mendLast(pools);
            if (end == sorted.size()) {
                break;
            }
        }
        return pools.stream().map(Pool::bin).toList();
    }

    private static void mendLast(List<Pool> pools) {
        while (pools.size() > 1 && last(pools, 1).share() <= last(pools, 2).share()) {
            Pool upper = pools.remove(pools.size() - 1);
            Pool lower = pools.remove(pools.size() - 1);
            pools.add(lower.and(upper));
        }
    }

    private static Pool last(List<Pool> pools, int fromEnd) {
        return pools.get(pools.size() - fromEnd);
    }

    private static double read(List<CalibrationBin> bins, double share) {
        double confidence = bins.get(0).confidence();
        for (CalibrationBin bin : bins) {
            if (share < bin.from()) {
                break;
            }
            confidence = bin.confidence();
        }
        return confidence;
    }

    private record Pool(double from, int right, int size) {

        static Pool of(List<Outcome> outcomes) {
            int right = (int) outcomes.stream().filter(Outcome::right).count();
            return new Pool(outcomes.get(0).value(), right, outcomes.size());
        }

        double share() {
            return (double) right / size;
        }

        Pool and(Pool upper) {
            return new Pool(from, right + upper.right, size + upper.size);
        }

        /** One success and one failure more than counted, so that no bin claims certainty. */
        CalibrationBin bin() {
            return new CalibrationBin(from, (right + 1.0) / (size + 2.0), size);
        }
    }
}
