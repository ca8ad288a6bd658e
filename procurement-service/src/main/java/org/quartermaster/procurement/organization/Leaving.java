package org.quartermaster.procurement.organization;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.problem.Problem;

/** Takes a user out of all his organizations; those that he was alone in are closed. */
@ApplicationScoped
public class Leaving {
    private static final String TENANTS = """
            select m.tenant_id from procurement.organization_members m
            where m.user_id = $1 order by m.tenant_id
            """;
    private static final String OTHERS =
            "select 1 from procurement.organization_members where tenant_id = $1 and user_id <> $2 limit 1";

    private final Writes writes;
    private final OrganizationChanges changes;
    private final OrganizationService organizations;
    private final Members members;

    @Inject
    Leaving(Writes writes, OrganizationChanges changes, OrganizationService organizations, Members members) {
        this.writes = writes;
        this.changes = changes;
        this.organizations = organizations;
        this.members = members;
    }

    /** In a unit of the system role; 409 where others would be left without an admin. */
    public Uni<Void> leaveAll(UnitOfWork unit, UUID user) {
        return unit.run(TENANTS, user)
                .map(Leaving::tenants)
                .chain(tenants -> InTurn.each(
                        tenants,
                        tenant -> writes.within(unit, unit.caller().within(tenant), there -> leave(there, user))));
    }

    private static List<String> tenants(RowSet<Row> rows) {
        var tenants = new ArrayList<String>();
        rows.forEach(row -> tenants.add(row.getString(0)));
        return tenants;
    }

    private Uni<Void> leave(UnitOfWork unit, UUID user) {
        return changes.lock(unit)
                .chain(organization -> unit.run(OTHERS, unit.caller().tenant(), user)
                        .chain(others -> others.size() > 0
                                ? members.remove(unit, user, null).replaceWithVoid()
                                : close(unit, organization)));
    }

    /** NB: who was alone stays its member, so that the closed organization is his in the records. */
    private Uni<Void> close(UnitOfWork unit, Organization organization) {
        if (organization.operator) {
            throw Problem.of(OrganizationService.OPERATES);
        }
        return organization.status.equals("closed")
                ? Uni.createFrom().voidItem()
                : organizations.closeLocked(unit, organization);
    }
}
