package org.quartermaster.equipment.machine;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;

/** The machine that is looked at, which may be a deleted one; found together with what hangs on it. */
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

    /** Gives the machine's row where it may be seen. */
    public Query query() {
        return Query.of(
                "select * from equipment where equipment_id = $1 and ($2 or deleted_at is null)",
                equipmentId,
                withDeleted);
    }

    /** The machine that the query found; 404 where it found none. */
    public static Machine require(RowSet<Row> found) {
        if (found.size() == 0) {
            throw Problem.of(MachineRepository.NOT_FOUND);
        }
        return MachineRepository.read(found.iterator().next());
    }
}
