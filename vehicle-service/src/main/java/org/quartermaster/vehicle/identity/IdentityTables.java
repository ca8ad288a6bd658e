package org.quartermaster.vehicle.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.consumer.EventConsumer.Event;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;

/**
 * Writes what the identity service tells, as the role that sees all tenants, because a user belongs to several. Blocking.
 * NB: not in the transaction of the inbox; to do it twice changes nothing, as only what is not older is taken over. A
 * membership that ended stays without roles, so that an older event does not bring it back.
 */
@ApplicationScoped
public class IdentityTables {
    private static final String USER = """
            with told as (
              select cast(? as uuid) as id, cast(? as text) as full_name, cast(? as text) as status,
                cast(? as timestamptz) as at, cast(? as jsonb) as memberships
            ), kept_user as (
              insert into identity.users as u (id, full_name, status, source_time)
              select id, full_name, status, at from told
              on conflict (id) do update set status = excluded.status, source_time = excluded.source_time,
                full_name = case when excluded.status = 'deleted' then null
                  else coalesce(excluded.full_name, u.full_name) end
              where u.source_time is null or u.source_time <= excluded.source_time
            ), kept_person as (
              insert into identity.persons as p (id, full_name, is_active, source_time)
              select id, full_name, status = 'active', at from told
              on conflict (id) do update set is_active = excluded.is_active, source_time = excluded.source_time,
                full_name = case when (select status from told) = 'deleted' then null
                  else coalesce(excluded.full_name, p.full_name) end
              where p.source_time is null or p.source_time <= excluded.source_time
            ), member as (
              select m.tenant, coalesce(m.roles, '{}') as roles
              from told, jsonb_to_recordset(told.memberships) as m (tenant text, roles text[])
            ), ended as (
              update identity.memberships m set roles = '{}', source_time = told.at
              from told
              where m.user_id = told.id and told.memberships is not null
                and m.tenant_id not in (select tenant from member)
                and (m.source_time is null or m.source_time <= told.at)
            )
            insert into identity.memberships as m (tenant_id, user_id, roles, source_time)
            select member.tenant, told.id, member.roles, told.at from told, member
            on conflict (tenant_id, user_id) do update set roles = excluded.roles, source_time = excluded.source_time
            where m.source_time is null or m.source_time <= excluded.source_time
            """;
    private static final String ORGANIZATION = """
            insert into identity.organizations as o (tenant_id, id, name, org_type, country, status, source_time)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set name = excluded.name, org_type = excluded.org_type,
              country = excluded.country, status = excluded.status, source_time = excluded.source_time
            where o.source_time is null or o.source_time <= excluded.source_time
            """;

    private static final List<String> OF_REQUESTS = List.of(
            takeStubsPlace("vehicle.vehicle_transfer_requests", "current_org_id"),
            takeStubsPlace("vehicle.vehicle_transfer_requests", "target_organization_id"));

    /** NB: those of the tenant itself change with history and event, by {@link StubFollower}. */
    private static final List<String> OF_ASSETS_ELSEWHERE = List.of(
            takeStubsPlace("vehicle.assets", "owner_org_id") + " and tenant_id <> ?",
            takeStubsPlace("vehicle.assets", "current_organization_id") + " and tenant_id <> ?");

    private static final String MEMBER = """
            insert into identity.memberships as m (tenant_id, user_id, roles, source_time)
            values (?, ?, cast(? as text[]), ?)
            on conflict (tenant_id, user_id) do update set roles = excluded.roles, source_time = excluded.source_time
            where m.source_time is null or m.source_time <= excluded.source_time
            """;

    private static String takeStubsPlace(String table, String column) {
        return """
            update %1$s set %2$s = ? where %2$s in (
              select id from identity.organizations where tenant_id = ? and source_time is null and id <> ?)
            """.formatted(table, column);
    }

    private final SystemConnection database;
    private final ObjectMapper json;

    @Inject
    IdentityTables(SystemConnection database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The last part of an event's subject, such as {@code updated}. */
    static String verb(Event<?> event) {
        return event.type().split("\\.")[4];
    }

    public void keep(ToldUser user, String status, Instant at) throws SQLException, JsonProcessingException {
        var memberships = user.memberships() == null ? null : json.writeValueAsString(user.memberships());
        var name = status.equals("deleted") ? null : user.fullName();
        try (var connection = database.open()) {
            Sql.update(connection, USER, UserId.of(user.userId()), name, status, Columns.time(at), memberships);
        }
    }

    /** @param status in place of the told one, or null */
    public void keep(String tenant, ToldOrganization told, String status, Instant at) throws SQLException {
        var known = told.status() == null ? "active" : told.status();
        try (var connection = database.open()) {
            connection.setAutoCommit(false);
            Sql.update(
                    connection,
                    ORGANIZATION,
                    tenant,
                    told.orgId(),
                    told.name(),
                    told.orgType(),
                    told.country(),
                    status == null ? known : status,
                    Columns.time(at));
            for (var sql : OF_REQUESTS) {
                Sql.update(connection, sql, told.orgId(), tenant, told.orgId());
            }
            for (var sql : OF_ASSETS_ELSEWHERE) {
                Sql.update(connection, sql, told.orgId(), tenant, told.orgId(), tenant);
            }
            connection.commit();
        }
    }

    public void keepMember(String tenant, UUID user, List<String> roles, Instant at) throws SQLException {
        try (var connection = database.open()) {
            Sql.update(connection, MEMBER, tenant, user, roles.toArray(String[]::new), Columns.time(at));
        }
    }
}
