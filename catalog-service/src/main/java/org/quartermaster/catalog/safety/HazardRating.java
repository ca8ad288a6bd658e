package org.quartermaster.catalog.safety;

import java.util.List;

/**
 * How bad a hazard of a task is, and what it asks for.
 *
 * @param severity 1 to 5
 * @param likelihood 1 to 5
 */
public record HazardRating(
        String code,
        int severity,
        int likelihood,
        List<String> standards,
        List<String> mandatoryPpe,
        List<String> recommendedPpe) {

    /** A rating that is kept may lack the lists that it has nothing for. */
    public HazardRating {
        standards = standards == null ? List.of() : standards;
        mandatoryPpe = mandatoryPpe == null ? List.of() : mandatoryPpe;
        recommendedPpe = recommendedPpe == null ? List.of() : recommendedPpe;
    }

    int product() {
        return severity * likelihood;
    }
}
