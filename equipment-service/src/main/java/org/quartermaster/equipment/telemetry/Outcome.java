package org.quartermaster.equipment.telemetry;

import java.util.List;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;

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

    /** @throws Problem 404 or 422, as the sample deserves */
    void require() {
        if (is(Kind.REJECTED)) {
            throw equipmentId == null ? Problem.of(MachineRepository.NOT_FOUND) : Problem.invalid(errors);
        }
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
