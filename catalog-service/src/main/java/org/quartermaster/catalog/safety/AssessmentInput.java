package org.quartermaster.catalog.safety;

import java.util.List;
import org.quartermaster.platform.rest.Fields;

/**
 * A question to the safety desk.
 *
 * @param task what is to be done, in words, or null
 * @param taskId a task of the list, or null
 * @param tools names of tools
 */
record AssessmentInput(String task, String taskId, List<String> tools, ExposureInput exposure) {
    private static final int MAX_TEXT = 2_000;
    private static final int CODE = 64;

    static AssessmentInput read(Fields fields) {
        var input = new AssessmentInput(
                fields.text("task", 1, MAX_TEXT).value(),
                fields.text("task_id", 1, CODE).value(),
                fields.texts("tools"),
                ExposureInput.read(fields.nested("exposure")));
        if (input.task == null && input.taskId == null) {
            fields.error("task", "missing");
        }
        fields.checkStrictly();
        return input;
    }
}
