package org.quartermaster.catalog.safety;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A task as it is kept.
 *
 * @param toolClasses codes of ETIM classes
 * @param controls what to do before equipment: eliminate, substitute, engineer, organise
 */
record KnownTask(
        String taskId,
        String taskName,
        List<String> synonyms,
        List<HazardRating> hazards,
        List<String> toolClasses,
        List<JsonNode> controls) {

    SafetyTask task() {
        return new SafetyTask(taskId, taskName, synonyms, hazards);
    }
}
