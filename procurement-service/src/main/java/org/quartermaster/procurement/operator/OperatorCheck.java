package org.quartermaster.procurement.operator;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;

/** Keeps what concerns all organizations to the administrators of the one that runs the installation. */
@ApplicationScoped
public class OperatorCheck {
    private static final String OPERATOR =
            "select 1 from procurement.organizations where tenant_id = $1 and is_operator and status = 'active'";

    private final TenantDatabase database;

    @Inject
    OperatorCheck(TenantDatabase database) {
        this.database = database;
    }

    /** 403 unless the caller, whose role the endpoint has asked for, acts in that organization. */
    public Uni<Void> require(Caller caller) {
        return database.read(caller, OPERATOR, caller.tenant())
                .invoke(OperatorCheck::check)
                .replaceWithVoid();
    }

    /** As above, within a transaction. */
    public Uni<Void> require(UnitOfWork unit) {
        return unit.run(OPERATOR, unit.caller().tenant())
                .invoke(OperatorCheck::check)
                .replaceWithVoid();
    }

    private static void check(RowSet<Row> found) {
        if (found.size() == 0) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
    }
}
