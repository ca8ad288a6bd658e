package org.quartermaster.catalog.matching;

import org.quartermaster.catalog.matching.Comparing.Finding;

/** Turns what was found into the probability that the article is meant; fitted on the golden set's part for it. */
final class Confidence {
    /** Changes whenever a weight or a rule of the evidence does. */
    static final String MODEL_VERSION = "golden-1";

    /** NB: fitted once by logistic regression; the order is that of {@link #features}. */
    private static final double[] WEIGHTS = {-6.98, 5.75, 3.12, 10.6, -2.98, -3.31, 1.14, 1.8};

    private static final double EXACT = 0.99;
    private static final double WIDEST_LEAD = 0.3;

    private Confidence() {}

    /** @param lead how far its score is ahead of the best other one, negative when behind */
    static double[] features(Finding found, double lead) {
        return new double[] {
            1,
            found.coverage(),
            found.answer(),
            Math.max(-WIDEST_LEAD, Math.min(WIDEST_LEAD, lead)),
            found.notMet() > 0 ? 1 : 0,
            found.strange(),
            found.met() > 0 ? 1 : 0,
            found.isKey() ? 1 : 0
        };
    }

    static double of(Finding found, double lead) {
        var features = features(found, lead);
        double sum = 0;
        for (var i = 0; i < features.length; i++) {
            sum += WEIGHTS[i] * features[i];
        }
        var probability = 1 / (1 + Math.exp(-sum));
        return found.isKey() && found.notMet() == 0 ? Math.max(EXACT, probability) : probability;
    }
}
