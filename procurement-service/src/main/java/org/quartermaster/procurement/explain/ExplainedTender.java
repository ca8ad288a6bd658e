package org.quartermaster.procurement.explain;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.procurement.verdict.Explanation;

/**
 * Why criteria take a tender or leave it.
 *
 * @param criteriaVersion of the alert; null for criteria that are not saved
 */
@Schema(name = "ExplainedTender")
record ExplainedTender(
        String tenderId,
        String title,
        Integer criteriaVersion,
        @JsonUnwrapped Explanation explanation) {}
