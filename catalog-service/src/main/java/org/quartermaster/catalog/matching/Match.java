package org.quartermaster.catalog.matching;

import java.util.List;
import org.quartermaster.catalog.unit.Comparison.Outcome;
import org.quartermaster.catalog.unit.Measure;

/**
 * A product that may be meant.
 *
 * @param rank 1 to 5
 * @param score what the evidence adds up to, 0 to 1, not yet a probability
 * @param confidence the calibrated probability that this product is meant, 0 to 1
 * @param evidence why
 * @param checks each constraint with its outcome
 */
public record Match(
        int rank, long productId, double score, double confidence, List<Evidence> evidence, List<Check> checks) {
    /**
     * One reason.
     *
     * @param kind key, learned, word, typo, synonym, brand or constraint
     * @param textSpan the words of the line
     * @param field the field of the product that answers them
     * @param effect what it adds, negative when it speaks against the product
     */
    public record Evidence(String kind, String textSpan, String field, double effect) {}

    /** A constraint and whether the product meets it. */
    public record Check(Measure constraint, Outcome outcome) {}

    /** Whether a constraint is known not to be met: then nothing is chosen without a person. */
    public boolean isAgainst() {
        return checks.stream().anyMatch(check -> check.outcome() == Outcome.NOT_MET);
    }
}
