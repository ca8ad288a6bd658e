package org.quartermaster.procurement.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.rest.Json;

/** A sign-in, a use of a token or key, an export, or a denial. */
@Schema(name = "SecurityAct")
public record SecurityActView(
        UUID auditId,
        UUID userId,
        String action,
        @Schema(type = SchemaType.OBJECT) JsonNode details,
        String ipAddress,
        Instant createdAt) {

    static SecurityActView of(Row row) {
        return new SecurityActView(
                row.getUUID("audit_id"),
                row.getUUID("user_id"),
                row.getString("action"),
                Json.stored(row.getString("details")),
                row.getString("ip_address"),
                Columns.instant(row.getOffsetDateTime("created_at")));
    }
}
