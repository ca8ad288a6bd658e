package org.quartermaster.procurement.user;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;

/** The user that a caller is. */
public final class Acting {
    private Acting() {}

    /** His id; 404 for a caller whom another issuer knows by something else. */
    public static UUID id(Caller caller) {
        return Ids.parse(caller.subject()).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    /** His row, locked; 404 where he has no account here or has left. */
    public static Uni<Row> lock(UnitOfWork unit) {
        return unit.run(
                        "select * from procurement.users where user_id = $1 and status = 'active' for no key update",
                        id(unit.caller()))
                .map(ProblemType.NOT_FOUND::require);
    }
}
