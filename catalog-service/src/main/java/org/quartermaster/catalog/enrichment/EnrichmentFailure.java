package org.quartermaster.catalog.enrichment;

import org.quartermaster.platform.problem.DatabaseFailure;
import org.quartermaster.platform.problem.Problem;

/** Why an article could not be enriched, as it is shown. */
final class EnrichmentFailure {
    private static final String UNEXPECTED = "internal_error";

    private EnrichmentFailure() {}

    static String code(RuntimeException failure) {
        var meant = failure instanceof Problem refused ? refused : DatabaseFailure.find(failure);
        if (meant == null) {
            return UNEXPECTED;
        }
        return meant.errors().isEmpty()
                ? meant.type().code()
                : meant.errors().get(0).code();
    }
}
