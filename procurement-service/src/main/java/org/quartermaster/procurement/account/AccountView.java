package org.quartermaster.procurement.account;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.rest.Versioned;

/**
 * Who is signed in.
 *
 * @param tenant in which he acts at present, with the roles that he has there
 */
@Schema(name = "Account")
public record AccountView(
        UUID userId,
        String email,
        String fullName,
        boolean emailVerified,
        String status,
        String subscriptionTier,
        UUID orgId,
        String tenant,
        List<String> roles,
        List<Membership> memberships,
        Instant lastLoginAt,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    /** An organization that he belongs to. */
    @Schema(name = "AccountMembership")
    public record Membership(UUID orgId, String tenant, String name, List<String> roles) {
        static List<Membership> of(RowSet<Row> rows) {
            var memberships = new ArrayList<Membership>();
            rows.forEach(row -> memberships.add(new Membership(
                    row.getUUID("org_id"),
                    row.getString("tenant_id"),
                    row.getString("name"),
                    List.of(row.getArrayOfStrings("roles")))));
            return memberships;
        }
    }

    static AccountView of(String tenant, Row user, RowSet<Row> organizations) {
        var memberships = Membership.of(organizations);
        var here = memberships.stream()
                .filter(each -> each.tenant().equals(tenant))
                .findFirst();
        return new AccountView(
                user.getUUID("user_id"),
                user.getString("email"),
                user.getString("full_name"),
                user.getBoolean("email_verified"),
                user.getString("status"),
                user.getString("subscription_tier"),
                user.getUUID("org_id"),
                tenant,
                here.map(Membership::roles).orElse(List.of()),
                memberships,
                Columns.instant(user.getOffsetDateTime("last_login_at")),
                Columns.instant(user.getOffsetDateTime("created_at")),
                Columns.instant(user.getOffsetDateTime("updated_at")),
                user.getLong("rv"));
    }
}
