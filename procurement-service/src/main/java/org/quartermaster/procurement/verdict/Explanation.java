package org.quartermaster.procurement.verdict;

import java.util.List;

/**
 * Why criteria take a tender or leave it.
 *
 * @param wouldNotify true where the tender belongs to the answer of the criteria
 * @param uncertain true where it does although something is unknown
 */
public record Explanation(
        Verdict verdict, boolean wouldNotify, boolean uncertain, int materialVersion, List<CriterionVerdict> criteria) {

    /** The names of the criteria that the tender does not pass. */
    public List<String> turnedAwayBy() {
        return criteria.stream()
                .filter(each -> !each.passes())
                .map(CriterionVerdict::criterion)
                .toList();
    }
}
