package org.quartermaster.procurement.organization;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase.Query;

/** Makes organizations: each with a tenant of its own, its first admin and a free subscription. */
@ApplicationScoped
public class Founding {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 16;

    private static final String ORGANIZATION = """
            insert into procurement.organizations (org_id, tenant_id, name, org_type, country, default_currency)
            values ($1, $2, $3, $4, $5, $6)
            """;
    private static final String ADMIN = """
            insert into procurement.organization_members (org_id, user_id, tenant_id, roles)
            values ($1, $2, $3, array['admin'])
            """;
    private static final String SUBSCRIPTION = """
            insert into procurement.subscriptions (tenant_id, subscription_id, user_id, tier, status)
            values ($1, $2, $3, 'free', 'active')
            """;
    private static final String HOME = "update procurement.users set org_id = $2 where user_id = $1 and org_id is null";

    private final Writes writes;
    private final OrganizationChanges changes;

    @Inject
    Founding(Writes writes, OrganizationChanges changes) {
        this.writes = writes;
        this.changes = changes;
    }

    /**
     * Makes an organization. It becomes the home of its founder where he has none.
     *
     * @param given name and what else was said of it; gets its ids here
     * @param founder the caller of the unit, whose row is there; anybody in a unit of the system role
     * @return the organization
     */
    public Uni<Organization> found(UnitOfWork unit, Organization given, UUID founder) {
        given.orgId = Ids.uuid();
        given.tenantId = tenant();
        given.createdAt = unit.now();
        given.updatedAt = unit.now();
        return writes.within(unit, unit.caller().within(given.tenantId), own -> insert(own, given, founder)
                        .chain(() -> changes.tell(own, "created")))
                .replaceWith(given);
    }

    /** As above, for an organization of the caller of which only the name is known, as at a registration. */
    public Uni<Organization> found(UnitOfWork unit, String name) {
        var organization = new Organization();
        organization.name = name;
        return found(unit, organization, UUID.fromString(unit.caller().subject()));
    }

    private static Uni<Void> insert(UnitOfWork unit, Organization made, UUID founder) {
        return unit.runAll(List.of(
                        Query.of(
                                ORGANIZATION,
                                made.orgId,
                                made.tenantId,
                                made.name,
                                made.orgType,
                                made.country,
                                made.defaultCurrency),
                        Query.of(ADMIN, made.orgId, founder, made.tenantId),
                        Query.of(SUBSCRIPTION, made.tenantId, Ids.uuid(), founder),
                        Query.of(HOME, founder, made.orgId)))
                .replaceWithVoid();
    }

    private static String tenant() {
        var name = new StringBuilder("t_");
        for (var i = 0; i < LENGTH; i++) {
            name.append(BASE32.charAt(RANDOM.nextInt(BASE32.length())));
        }
        return name.toString();
    }
}
