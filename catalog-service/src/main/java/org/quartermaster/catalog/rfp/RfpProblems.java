package org.quartermaster.catalog.rfp;

import org.quartermaster.catalog.rfpreading.UnreadableFile;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** Why a request, or a change of one, is refused. */
public final class RfpProblems {
    private static final ProblemType STATE = new ProblemType(409, "rfp.state");
    private static final ProblemType DUPLICATE = new ProblemType(409, "rfp.duplicate");
    private static final ProblemType UNSUPPORTED = new ProblemType(415, "rfp.unsupported");
    private static final int INVALID = 422;

    private RfpProblems() {}

    /** 409: not in this state. */
    public static Problem state() {
        return Problem.of(STATE);
    }

    /** 409 with the id of the request that came with the same bytes first. */
    static Problem duplicate(long first) {
        return Problem.of(DUPLICATE).showing("id", first);
    }

    /** 415 for what is no request by its content, else 422. */
    static Problem unreadable(UnreadableFile file) {
        return file.reason() == UnreadableFile.Reason.UNSUPPORTED
                ? Problem.of(UNSUPPORTED)
                : Problem.of(new ProblemType(INVALID, file.reason().code()));
    }
}
