package org.quartermaster.equipment.telemetry;

import java.util.List;
import org.quartermaster.platform.problem.FieldError;

/**
 * What became of a sample.
 *
 * @param equipmentId null where the machine is unknown
 */
record Outcome(Kind kind, String equipmentId, List<FieldError> errors, List<FieldError> warnings) {
    /** The three ends of a sample. */
    enum Kind {
        ACCEPTED,
        DUPLICATE,
        REJECTED
    }

    static Outcome rejected(String equipmentId, List<FieldError> errors) {
        return new Outcome(Kind.REJECTED, equipmentId, errors, List.of());
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
