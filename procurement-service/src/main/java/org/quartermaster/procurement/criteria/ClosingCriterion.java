package org.quartermaster.procurement.criteria;

/**
 * When a tender closes.
 *
 * @param period never null; may be without bounds
 * @param minDaysLeft days of 24 hours that must be left at least, or null
 * @param unknown null where the criteria decide for all
 */
public record ClosingCriterion(Period period, Integer minDaysLeft, Unknown unknown) {
    boolean isEmpty() {
        return period.isEmpty() && minDaysLeft == null;
    }
}
