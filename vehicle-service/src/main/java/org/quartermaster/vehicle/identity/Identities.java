package org.quartermaster.vehicle.identity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;

/** Who is known in the tenant of a unit of work. */
@ApplicationScoped
public class Identities {
    private static final String MEMBER = """
            select 1 from identity.memberships m
            join identity.users u on u.id = m.user_id
            join identity.persons p on p.id = m.user_id
            where m.tenant_id = $1 and m.user_id = $2 and m.roles <> '{}' and u.status = 'active' and p.is_active
            """;

    /** The id of the caller, of whom there is a stub from now on where the identity service has not told of him yet. */
    public Uni<UUID> caller(UnitOfWork unit) {
        var user = UserId.of(unit.caller());
        var tenant = unit.caller().tenant();
        var roles = unit.caller().roles().toArray(String[]::new);
        return unit.runAll(List.of(
                        Query.of("""
                                insert into identity.memberships (tenant_id, user_id, roles) values ($1, $2, $3)
                                on conflict do nothing
                                """, tenant, user, roles),
                        Query.of("insert into identity.users (id) values ($1) on conflict do nothing", user),
                        Query.of("insert into identity.persons (id) values ($1) on conflict do nothing", user),
                        Query.of("""
                                insert into identity.organizations (tenant_id, id)
                                select $1, cast(md5('organization/' || $1) as uuid)
                                where not exists (select from identity.organizations where tenant_id = $1)
                                on conflict do nothing
                                """, tenant)))
                .replaceWith(user);
    }

    /** Organizations of the tenant that are stubs, all but the given one. */
    Uni<Set<UUID>> stubs(UnitOfWork unit, UUID organization) {
        return unit.run("""
                        select id from identity.organizations
                        where tenant_id = $1 and source_time is null and id <> $2
                        """, unit.caller().tenant(), organization)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .collect(Collectors.toSet()));
    }

    /** Forgets stubs that nothing names any more. */
    Uni<Void> drop(UnitOfWork unit, Set<UUID> stubs) {
        var ids = stubs.toArray(UUID[]::new);
        return unit.run("delete from identity.organizations where id = any ($1)", (Object) ids)
                .replaceWithVoid();
    }

    /** Whether the tenant has such a member, who is active: a user and a person in one. */
    public Uni<Boolean> isMember(UnitOfWork unit, UUID user) {
        return unit.run(MEMBER, unit.caller().tenant(), user).map(rows -> rows.size() > 0);
    }

    /** The tenant of a live organization of anybody; null for an unknown or closed one. */
    public Uni<String> tenantOf(UnitOfWork unit, UUID organization) {
        return unit.run("select vehicle.tenant_of_organization($1)", organization)
                .map(rows -> rows.iterator().next().getString(0));
    }

    /** The one organization of the tenant, or null where none is known. */
    public Uni<UUID> organization(UnitOfWork unit) {
        return unit.run("""
                        select id from identity.organizations where tenant_id = $1 and status <> 'closed'
                        order by source_time nulls last limit 1
                        """, unit.caller().tenant())
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getUUID(0));
    }
}
