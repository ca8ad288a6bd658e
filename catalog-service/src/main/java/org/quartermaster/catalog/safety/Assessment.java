package org.quartermaster.catalog.safety;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SortedSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the safety desk says of a task; advice that a competent person has to check.
 *
 * @param unknown what was asked and is in no list
 * @param riskLevel null where no task and no tool was found
 * @param controls what to do before equipment
 */
@Schema(name = "Assessment")
record Assessment(
        List<Matched> matched,
        List<String> unknown,
        RiskLevel riskLevel,
        List<RatedHazard> hazards,
        List<CitedStandard> standards,
        @Schema(implementation = Object.class) List<JsonNode> controls,
        AskedPpe ppe,
        List<ToolAdvice> tools,
        ExposureResult exposure,
        boolean advisory) {

    /** A task that the question speaks of; confidence 0 to 1. */
    record Matched(String taskId, String taskName, double confidence) {}

    /** A hazard at its worst, and the tasks and tools that bring it; tools alone do not rate it. */
    record RatedHazard(String code, String name, Integer severity, Integer likelihood, List<String> because) {}

    /** A standard that applies, and the hazards that rest on it. */
    record CitedStandard(
            String citation, String title, String url, CitationAnswer.Status status, SortedSet<String> because) {}

    /** Equipment that has to be worn, and that is worth it. */
    record AskedPpe(List<PpeAdvice> mandatory, List<PpeAdvice> recommended) {}

    /** A kind of equipment with the hazards that ask for it and the tenant's articles. */
    record PpeAdvice(
            String ppeCode, String name, SortedSet<String> because, List<String> standards, PpeProducts products) {}
}
