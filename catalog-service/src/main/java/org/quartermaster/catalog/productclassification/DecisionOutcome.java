package org.quartermaster.catalog.productclassification;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.problem.ProblemType;

/**
 * What became of one decision.
 *
 * @param status as the decision alone would have been answered: 200, 404, 409 or 410
 * @param code of what is wrong; missing where it is fine
 */
@Schema(name = "ClassificationDecisionOutcome")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DecisionOutcome(
        int index,
        long id,
        int status,
        String code,
        @JsonIgnore ProblemType problem) {
    private static final int FINE = 200;

    static DecisionOutcome fine(int index, long id) {
        return new DecisionOutcome(index, id, FINE, null, null);
    }

    static DecisionOutcome refused(int index, long id, ProblemType problem) {
        return new DecisionOutcome(index, id, problem.status(), problem.code(), problem);
    }
}
