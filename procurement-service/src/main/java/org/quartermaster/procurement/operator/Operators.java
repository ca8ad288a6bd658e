package org.quartermaster.procurement.operator;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;

/** Who runs the installation: the admins of the operator organization, whose role the endpoint asks for. */
@ApplicationScoped
public class Operators {
    private static final String IS_OPERATOR =
            "select 1 from procurement.organizations where tenant_id = $1 and is_operator and status = 'active'";

    private final TenantDatabase database;

    @Inject
    Operators(TenantDatabase database) {
        this.database = database;
    }

    /** 403 where the caller acts in another organization than the operator's. */
    public Uni<Void> require(Caller caller) {
        return database.read(caller, IS_OPERATOR, caller.tenant())
                .invoke(rows -> check(rows.size()))
                .replaceWithVoid();
    }

    /** 403 where the caller may not read what is asked for. */
    public Uni<Void> require(Caller caller, Scope scope) {
        return scope == Scope.INSTALLATION ? require(caller) : Uni.createFrom().voidItem();
    }

    /** As above, within a unit of work of the caller. */
    public Uni<Void> require(UnitOfWork unit) {
        return unit.run(IS_OPERATOR, unit.caller().tenant())
                .invoke(rows -> check(rows.size()))
                .replaceWithVoid();
    }

    private static void check(int found) {
        if (found == 0) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
    }
}
