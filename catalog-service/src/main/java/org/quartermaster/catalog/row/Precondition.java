package org.quartermaster.catalog.row;

import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;

/** That a change is meant for the version that its author saw: by {@code If-Match}, or by the body's {@code version}. */
public final class Precondition {
    private static final ProblemType REQUIRED = new ProblemType(428, "precondition_required");

    private Precondition() {}

    /** 428 where neither is given, 412 where one names another version. */
    public static void require(String ifMatch, Fields fields, long version) {
        var given = fields.integer("version", 1, Integer.MAX_VALUE).value();
        if (ifMatch == null && given == null) {
            throw Problem.of(REQUIRED);
        }
        ETags.requireMatch(ifMatch, version);
        if (given != null && given != version) {
            throw Problem.of(ProblemType.STALE);
        }
    }
}
