package org.quartermaster.equipment.machine;

import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;

/** The machine whose rows are looked at, and whether it may be a deleted one; its query goes out with that for them. */
public record MachinePresence(String equipmentId, boolean withDeleted) {

    /** Reads {@code include_deleted}, which is for managers. */
    public static MachinePresence read(Caller caller, Fields query, String equipmentId) {
        return new MachinePresence(equipmentId, withDeleted(caller, query));
    }

    static boolean withDeleted(Caller caller, Fields query) {
        var deleted = query.bool("include_deleted").or(false);
        if (deleted && !caller.is(Roles.MANAGER)) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        return deleted;
    }

    /** Finds one row where the machine may be seen; {@link MachineRepository#NOT_FOUND} is to require it. */
    public Query query() {
        return Query.of(
                "select 1 from equipment where equipment_id = $1 and ($2 or deleted_at is null)",
                equipmentId,
                withDeleted);
    }
}
