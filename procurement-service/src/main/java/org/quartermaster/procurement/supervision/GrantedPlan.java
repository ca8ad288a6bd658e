package org.quartermaster.procurement.supervision;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;

/** Grants an organization a plan without payment: its live subscription, and the copies that users carry. */
@ApplicationScoped
class GrantedPlan {
    private static final String SUBSCRIPTION = """
            update procurement.subscriptions set tier = $2
            where tenant_id = $1 and status in ('trialing', 'active', 'past_due')
            """;
    private static final String USERS = """
            update procurement.users u set subscription_tier = $2
            from procurement.organizations o
            where o.tenant_id = $1 and u.org_id = o.org_id and u.subscription_tier <> $2
            """;

    Uni<Void> grant(UnitOfWork unit, String tenant, String plan) {
        return unit.runAll(List.of(Query.of(SUBSCRIPTION, tenant, plan), Query.of(USERS, tenant, plan)))
                .replaceWithVoid();
    }
}
