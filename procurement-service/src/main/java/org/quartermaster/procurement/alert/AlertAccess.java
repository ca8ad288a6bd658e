package org.quartermaster.procurement.alert;

import java.util.UUID;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;

/** Whose alerts a caller may see and change: his own, and as a manager those of his organization. */
public final class AlertAccess {
    public static final ProblemType NOT_FOUND = new ProblemType(404, "alert_not_found");

    /** A condition with {@code $3}, {@code true} for managers, and {@code $4}, the user. */
    public static final String MINE = "($3::boolean or a.user_id::text = $4)";

    private AlertAccess() {}

    /** The id in a path; 404 where it is none. */
    public static UUID id(String text) {
        return Ids.parse(text).orElseThrow(() -> Problem.of(NOT_FOUND));
    }

    public static boolean isForAll(Caller caller) {
        return caller.is(Roles.MANAGER);
    }

    /** Only rows of alerts {@code a} that the caller may see. */
    public static ListQuery limit(ListQuery list, Caller caller) {
        list.where("a.tenant_id = ?", caller.tenant());
        return isForAll(caller) ? list : list.where("a.user_id::text = ?", caller.subject());
    }
}
