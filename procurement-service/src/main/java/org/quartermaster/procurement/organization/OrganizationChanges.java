package org.quartermaster.procurement.organization;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Rows;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** Tells of what happened to the organization of a unit of work, as it stands in it. */
@ApplicationScoped
public class OrganizationChanges {
    private static final String ENTITY = "organization";
    private static final Rows<Organization> ROWS = Rows.of(Organization.class, Organization::new);

    /** NB: the lock orders what is told of an organization, and those who would each remove the last admin but one. */
    private static final String LOCK = "select * from procurement.organizations where tenant_id = $1 for no key update";

    private static final String MEMBERS =
            "select user_id from procurement.organization_members where tenant_id = $1 order by joined_at, user_id";

    static Organization read(Row row) {
        return ROWS.read(row);
    }

    /** Locks the organization of the unit's tenant; 404 where there is none. */
    Uni<Organization> lock(UnitOfWork unit) {
        return unit.run(LOCK, unit.caller().tenant())
                .map(ProblemType.NOT_FOUND::require)
                .map(OrganizationChanges::read);
    }

    /** 404 where the organization of the unit's tenant is another, or is closed; it is locked. */
    Uni<Organization> require(UnitOfWork unit, UUID id) {
        return lock(unit).invoke(found -> {
            if (!found.orgId.equals(id) || found.status.equals("closed")) {
                throw Problem.of(ProblemType.NOT_FOUND);
            }
        });
    }

    /** Notes an event about it. */
    public Uni<Void> tell(UnitOfWork unit, String verb) {
        return tell(unit, verb, Map.of());
    }

    /** Notes an event about one member of it, with the roles that he has from now on. */
    Uni<Void> tellOf(UnitOfWork unit, String verb, UUID user, List<String> roles) {
        return tell(unit, verb, Map.of("user_id", user, "roles", roles));
    }

    /** Notes an event about it that tells more than what it is now. */
    Uni<Void> tell(UnitOfWork unit, String verb, Map<String, Object> extra) {
        var tenant = unit.caller().tenant();
        return unit.runAll(List.of(Query.of(LOCK, tenant), Query.of(MEMBERS, tenant)))
                .invoke(results -> note(unit, verb, results, extra))
                .replaceWithVoid();
    }

    private static void note(UnitOfWork unit, String verb, List<RowSet<Row>> results, Map<String, Object> extra) {
        var organization = read(ProblemType.NOT_FOUND.require(results.get(0)));
        var members = new ArrayList<UUID>();
        results.get(1).forEach(row -> members.add(row.getUUID(0)));
        unit.changed(new Change(
                        ENTITY,
                        organization.orgId.toString(),
                        verb,
                        OrganizationEvent.of(organization, members),
                        null,
                        extra)
                .unaudited());
    }
}
