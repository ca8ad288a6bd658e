package org.quartermaster.procurement.organization;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;

/** An invitation that waits to be accepted. */
@Schema(name = "Invitation")
public record InvitationView(
        UUID invitationId, String email, List<String> roles, UUID invitedBy, Instant createdAt, Instant expiresAt) {

    static InvitationView of(Row row) {
        var payload = (JsonObject) row.getValue("payload");
        return new InvitationView(
                UUID.fromString(payload.getString("invitation_id")),
                payload.getString("email"),
                payload.getJsonArray("roles").stream().map(String.class::cast).toList(),
                UUID.fromString(payload.getString("invited_by")),
                Columns.instant(row.getOffsetDateTime("created_at")),
                Columns.instant(row.getOffsetDateTime("expires_at")));
    }
}
