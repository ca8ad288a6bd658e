package org.quartermaster.catalog.classification;

import java.util.Comparator;

/**
 * A label with its score, and its share among the candidates by that score, 0 to 1.
 *
 * @param label place of the label in the list of labels
 */
record ScoredLabel(int label, String code, double score, double share) {

    static final Comparator<ScoredLabel> BEST_FIRST =
            Comparator.comparingDouble(ScoredLabel::score).reversed().thenComparing(ScoredLabel::code);

    ScoredLabel withShare(double part) {
        return new ScoredLabel(label, code, score, part);
    }
}
