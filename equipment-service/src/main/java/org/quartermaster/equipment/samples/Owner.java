package org.quartermaster.equipment.samples;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;

/** The machine whose history is read, and whether it may be a deleted one. */
public record Owner(String equipmentId, boolean withDeleted) {

    /** Reads {@code include_deleted}, which only managers may ask for. */
    public static Owner read(Caller caller, Fields query, String equipmentId) {
        var deleted = query.bool("include_deleted").or(false);
        if (deleted && !caller.is(Roles.MANAGER)) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        return new Owner(equipmentId, deleted);
    }

    /** Finds one row when the machine is there. */
    public Query query() {
        return Query.of(
                "select 1 from equipment where equipment_id = $1 and ($2 or deleted_at is null)",
                equipmentId,
                withDeleted);
    }

    /** Throws 404 when {@link #query} found nothing. */
    public static void require(RowSet<Row> found) {
        if (found.size() == 0) {
            throw Problem.of(MachineRepository.NOT_FOUND);
        }
    }
}
