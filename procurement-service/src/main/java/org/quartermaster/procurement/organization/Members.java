package org.quartermaster.procurement.organization;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.security.Roles;

/** Who belongs to the organization of a unit of work, with which roles. */
@ApplicationScoped
public class Members {
    /** 409: an organization keeps an admin. */
    public static final ProblemType LAST_ADMIN = new ProblemType(409, "last_admin");

    static final String COLUMNS = "m.user_id, u.email, u.full_name, u.status, m.roles, m.invited_by, m.joined_at, m.rv";
    static final String TABLES = "procurement.organization_members m join procurement.users u on u.user_id = m.user_id";

    private static final String ONE =
            "select " + COLUMNS + " from " + TABLES + " where m.tenant_id = $1 and m.user_id = $2";
    private static final String ADD = """
            insert into procurement.organization_members (org_id, user_id, tenant_id, roles, invited_by)
            values ($1, $2, $3, $4, $5)
            on conflict do nothing
            returning user_id
            """;
    private static final String SET =
            "update procurement.organization_members set roles = $3 where tenant_id = $1 and user_id = $2";
    private static final String REMOVE =
            "delete from procurement.organization_members where tenant_id = $1 and user_id = $2";
    private static final String OTHER_ADMIN = """
            select 1 from procurement.organization_members m join procurement.users u on u.user_id = m.user_id
            where m.tenant_id = $1 and m.user_id <> $2 and 'admin' = any (m.roles) and u.status = 'active' limit 1
            """;

    private final OrganizationChanges changes;
    private final Departure departure;

    @Inject
    Members(OrganizationChanges changes, Departure departure) {
        this.changes = changes;
        this.departure = departure;
    }

    /** Adds a user; false where he is a member already. */
    Uni<Boolean> add(UnitOfWork unit, Organization organization, UUID user, List<String> roles, UUID invitedBy) {
        return unit.run(ADD, organization.orgId, user, organization.tenantId, roles.toArray(String[]::new), invitedBy)
                .chain(added -> added.size() == 0
                        ? Uni.createFrom().item(false)
                        : changes.tellOf(unit, "member_added", user, roles).replaceWith(true));
    }

    /** The member as he stands, while the organization is locked; 404 for a stranger. */
    Uni<MemberView> find(UnitOfWork unit, UUID user) {
        return unit.run(ONE, unit.caller().tenant(), user)
                .map(ProblemType.NOT_FOUND::require)
                .map(MemberView::of);
    }

    /**
     * Gives a member other roles; 403 for one that he did not have and the caller lacks, 409 for the last admin.
     */
    public Uni<Changed> change(UnitOfWork unit, UUID user, List<String> roles, String ifMatch) {
        return changes.lock(unit).chain(organization -> find(unit, user).chain(member -> {
            ETags.requireMatch(ifMatch, member.version());
            var added = new ArrayList<>(roles);
            added.removeAll(member.roles());
            RoleFields.requireGiver(unit.caller(), added);
            RoleFields.requireExisting(organization, roles);
            return set(unit, member, roles);
        }));
    }

    /** A member before and after a change. */
    public record Changed(MemberView before, MemberView after) {
        /** What is noted of it. */
        public Map<String, Object> roles() {
            return Map.of("before", Map.of("roles", before.roles()), "after", Map.of("roles", after.roles()));
        }
    }

    private Uni<Changed> set(UnitOfWork unit, MemberView member, List<String> roles) {
        if (List.copyOf(roles).equals(member.roles())) {
            return Uni.createFrom().item(new Changed(member, member));
        }
        var isDemoted = member.roles().contains(Roles.ADMIN) && !roles.contains(Roles.ADMIN);
        return (isDemoted ? keepAdmin(unit, member.userId()) : Uni.createFrom().voidItem())
                .chain(() -> unit.run(SET, unit.caller().tenant(), member.userId(), roles.toArray(String[]::new)))
                .chain(() -> changes.tellOf(unit, "member_changed", member.userId(), roles))
                .chain(() -> find(unit, member.userId()))
                .map(after -> new Changed(member, after));
    }

    /** 409 where nobody else could admit, change and remove members; he takes his invitations with him. */
    private Uni<Void> keepAdmin(UnitOfWork unit, UUID user) {
        return unit.run(OTHER_ADMIN, unit.caller().tenant(), user)
                .invoke(others -> {
                    if (others.size() == 0) {
                        throw Problem.of(LAST_ADMIN);
                    }
                })
                .chain(() -> departure.endInvitations(unit, user));
    }

    /** Removes a member, and ends his sessions, keys and invitations here; 409 for the last admin. */
    Uni<MemberView> remove(UnitOfWork unit, UUID user, String ifMatch) {
        return changes.lock(unit)
                .chain(() -> find(unit, user))
                .invoke(member -> ETags.requireMatch(ifMatch, member.version()))
                .call(member -> member.roles().contains(Roles.ADMIN)
                        ? keepAdmin(unit, user)
                        : Uni.createFrom().voidItem())
                .call(() -> departure.end(unit, user))
                .call(() -> unit.run(REMOVE, unit.caller().tenant(), user))
                .call(() -> changes.tellOf(unit, "member_removed", user, List.of()));
    }
}
