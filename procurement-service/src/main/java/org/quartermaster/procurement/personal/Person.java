package org.quartermaster.procurement.personal;

import java.util.UUID;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;

/** Whose wishes are kept. */
final class Person {
    private Person() {}

    /** 403 for a caller who is no user of ours, and so has none. */
    static UUID of(Caller caller) {
        return Ids.parse(caller.subject()).orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN));
    }
}
