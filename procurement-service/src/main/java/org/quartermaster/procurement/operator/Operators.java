package org.quartermaster.procurement.operator;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;

/** Tells the organization that runs this installation from all others. */
@ApplicationScoped
public class Operators {
    private static final String IS_OPERATOR =
            "select 1 from procurement.organizations where tenant_id = $1 and is_operator and status = 'active'";

    private final TenantDatabase database;

    @Inject
    Operators(TenantDatabase database) {
        this.database = database;
    }

    /** 403 for the members of any other organization, whatever their roles. */
    public Uni<Void> require(Caller caller) {
        return database.read(caller, IS_OPERATOR, caller.tenant())
                .invoke(found -> {
                    if (found.size() == 0) {
                        throw Problem.of(ProblemType.FORBIDDEN);
                    }
                })
                .replaceWithVoid();
    }
}
