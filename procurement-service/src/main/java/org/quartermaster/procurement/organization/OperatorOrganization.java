package org.quartermaster.procurement.organization;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;

/** The organization that runs the installation; made when its first member comes. */
@ApplicationScoped
public class OperatorOrganization {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('procurement.operator', 0))";
    private static final String FIND = "select * from procurement.organizations where is_operator";
    private static final String MARK = "update procurement.organizations set is_operator = true where tenant_id = $1";
    private static final String SET = """
            update procurement.organization_members set roles = $3 where tenant_id = $1 and user_id = $2 and roles <> $3
            returning user_id
            """;

    /** As the membership of the one who runs it holds them. */
    private static final List<String> ROLES = List.of(Roles.ADMIN, Roles.DATA_ADMIN);

    private final Writes writes;
    private final Founding founding;
    private final Members members;
    private final OrganizationChanges changes;

    @Inject
    OperatorOrganization(Writes writes, Founding founding, Members members, OrganizationChanges changes) {
        this.writes = writes;
        this.founding = founding;
        this.members = members;
        this.changes = changes;
    }

    /** Makes a user its admin and data admin, in a unit of the system role; a second time changes nothing. */
    public Uni<Void> admit(UnitOfWork unit, UUID user) {
        return unit.run(LOCK)
                .chain(() -> unit.run(FIND))
                .chain(found -> found.size() > 0
                        ? Uni.createFrom()
                                .item(OrganizationChanges.read(found.iterator().next()))
                        : make(unit, user))
                .chain(organization -> writes.within(
                        unit, Caller.system(organization.tenantId), own -> empower(own, organization, user)));
    }

    private Uni<Organization> make(UnitOfWork unit, UUID user) {
        var named = new Organization();
        named.name = "Quartermaster operations";
        return founding.found(unit, named, user).call(made -> unit.run(MARK, made.tenantId));
    }

    private Uni<Void> empower(UnitOfWork unit, Organization organization, UUID user) {
        return members.add(unit, organization, user, ROLES, null)
                .chain(added -> added
                        ? Uni.createFrom().voidItem()
                        : unit.run(SET, organization.tenantId, user, ROLES.toArray(String[]::new))
                                .chain(set -> set.size() == 0
                                        ? Uni.createFrom().voidItem()
                                        : changes.tellOf(unit, "member_changed", user, ROLES)));
    }
}
