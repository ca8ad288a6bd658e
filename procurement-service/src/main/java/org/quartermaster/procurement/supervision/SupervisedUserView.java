package org.quartermaster.procurement.supervision;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.rest.Versioned;

/** A user of the installation, as those see him who run it. */
@Schema(name = "SupervisedUser")
public record SupervisedUserView(
        UUID userId,
        String email,
        String fullName,
        String status,
        boolean emailVerified,
        String subscriptionTier,
        UUID orgId,
        String tenant,
        List<Membership> memberships,
        Instant lastLoginAt,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    /** An organization that he belongs to. */
    @Schema(name = "SupervisedMembership")
    public record Membership(UUID orgId, String tenant, String name, List<String> roles) {
        private static Membership of(JsonObject json) {
            return new Membership(
                    UUID.fromString(json.getString("org_id")),
                    json.getString("tenant"),
                    json.getString("name"),
                    json.getJsonArray("roles").stream().map(String.class::cast).toList());
        }
    }

    static final String COLUMNS = """
            u.user_id, u.email, u.full_name, u.status, u.email_verified, u.subscription_tier, u.org_id, u.last_login_at,
            u.created_at, u.updated_at, u.rv,
            (select h.tenant_id from procurement.organizations h where h.org_id = u.org_id) as tenant,
            (select coalesce(jsonb_agg(jsonb_build_object(
                'org_id', m.org_id, 'tenant', m.tenant_id, 'name', o.name, 'roles', m.roles) order by o.name), '[]')
              from procurement.organization_members m join procurement.organizations o on o.org_id = m.org_id
              where m.user_id = u.user_id) as memberships\
            """;

    static SupervisedUserView of(Row row) {
        return new SupervisedUserView(
                row.getUUID("user_id"),
                row.getString("email"),
                row.getString("full_name"),
                row.getString("status"),
                row.getBoolean("email_verified"),
                row.getString("subscription_tier"),
                row.getUUID("org_id"),
                row.getString("tenant"),
                ((JsonArray) row.getValue("memberships"))
                        .stream()
                                .map(JsonObject.class::cast)
                                .map(Membership::of)
                                .toList(),
                Columns.instant(row.getOffsetDateTime("last_login_at")),
                Columns.instant(row.getOffsetDateTime("created_at")),
                Columns.instant(row.getOffsetDateTime("updated_at")),
                row.getLong("rv"));
    }
}
