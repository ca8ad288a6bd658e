package org.quartermaster.procurement.organization;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.rest.Versioned;

/** A member of an organization, with his roles in it. */
@Schema(name = "Member")
public record MemberView(
        UUID userId,
        String email,
        String fullName,
        String status,
        List<String> roles,
        UUID invitedBy,
        Instant joinedAt,
        long version)
        implements Versioned {

    static MemberView of(Row row) {
        return new MemberView(
                row.getUUID("user_id"),
                row.getString("email"),
                row.getString("full_name"),
                row.getString("status"),
                List.of(row.getArrayOfStrings("roles")),
                row.getUUID("invited_by"),
                Columns.instant(row.getOffsetDateTime("joined_at")),
                row.getLong("rv"));
    }
}
