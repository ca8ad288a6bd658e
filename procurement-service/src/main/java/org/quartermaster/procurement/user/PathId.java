package org.quartermaster.procurement.user;

import java.util.UUID;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** Ids in paths. */
public final class PathId {
    private PathId() {}

    /** 404 for a text that is no id. */
    public static UUID of(String text) {
        return Ids.parse(text).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }
}
