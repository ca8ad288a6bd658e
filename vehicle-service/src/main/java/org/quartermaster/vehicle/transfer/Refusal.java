package org.quartermaster.vehicle.transfer;

import java.util.List;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.problem.ProblemType;

/** Why requests are refused. */
final class Refusal {
    static final ProblemType NOT_FOUND = new ProblemType(404, "transfer_not_found");
    static final ProblemType CODE_UNKNOWN = new ProblemType(404, "handover_code_unknown");
    static final ProblemType SELF_APPROVAL = new ProblemType(403, "self_approval");
    static final ProblemType CLOSED = new ProblemType(409, "transfer_closed");
    static final ProblemType EXPIRED = new ProblemType(409, "transfer_expired");
    static final ProblemType OWNER_CHANGED = new ProblemType(409, "owner_changed");
    static final ProblemType PROOF_CHANGED = new ProblemType(409, "proof_changed");

    private Refusal() {}

    /** 422 whose code is that of its one wrong field. */
    static Problem wrong(String field, String code) {
        return Problem.invalid(new ProblemType(422, code), List.of(new FieldError(field, code)));
    }
}
