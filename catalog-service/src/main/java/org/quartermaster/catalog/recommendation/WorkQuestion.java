package org.quartermaster.catalog.recommendation;

import java.util.Objects;
import java.util.stream.Stream;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.platform.rest.Fields;

/** What somebody wants a proposal for; at least one of task, task id, maintenance type, request and quotation. */
record WorkQuestion(
        String task,
        String taskId,
        String maintenanceType,
        String equipmentType,
        String brand,
        String model,
        Long rfpId,
        Long quotationId) {
    private static final int TEXT = 20_000;
    private static final int CODE = 64;
    private static final int NAME = 300;

    static WorkQuestion read(Fields fields) {
        var question = new WorkQuestion(
                fields.text("task", 0, TEXT).value(),
                fields.text("task_id", 0, CODE).value(),
                fields.text("maintenance_type", 0, CODE).value(),
                fields.text("equipment_type", 0, CODE).value(),
                fields.text("brand", 0, NAME).value(),
                fields.text("model", 0, NAME).value(),
                Numbers.id(fields, "rfp_id").value(),
                Numbers.id(fields, "quotation_id").value());
        if (question.isEmpty() && fields.errors().isEmpty()) {
            fields.error("task", "missing");
        }
        return question;
    }

    private boolean isEmpty() {
        return Stream.of(task, taskId, maintenanceType, rfpId, quotationId).allMatch(Objects::isNull);
    }

    /** A machine's maintenance. */
    static WorkQuestion of(String maintenanceType, String equipmentType, String brand, String model) {
        return new WorkQuestion(null, null, maintenanceType, equipmentType, brand, model, null, null);
    }

    boolean isForDocument() {
        return rfpId != null || quotationId != null;
    }

    /** The document that it is about, as a recommendation refers to it; null where there is none. */
    String sourceRef() {
        if (quotationId != null) {
            return "quotation/" + quotationId;
        }
        return rfpId == null ? null : "rfp/" + rfpId;
    }

    String title() {
        var subject = Stream.of(maintenanceType, task, taskId, sourceRef())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        var words = subject.replace('_', ' ').strip();
        return words.substring(0, words.offsetByCodePoints(0, Math.min(NAME, words.codePointCount(0, words.length()))));
    }
}
