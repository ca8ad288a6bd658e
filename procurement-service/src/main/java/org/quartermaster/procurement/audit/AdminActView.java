package org.quartermaster.procurement.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.rest.Json;

/** A change that an administrator made. */
@Schema(name = "AdminAct")
public record AdminActView(
        UUID logId,
        UUID adminUserId,
        String action,
        String targetType,
        String targetId,
        @Schema(type = SchemaType.OBJECT) JsonNode changes,
        String ipAddress,
        Instant createdAt) {

    static AdminActView of(Row row) {
        return new AdminActView(
                row.getUUID("log_id"),
                row.getUUID("admin_user_id"),
                row.getString("action"),
                row.getString("target_type"),
                row.getString("target_id"),
                Json.stored(row.getString("changes")),
                row.getString("ip_address"),
                Columns.instant(row.getOffsetDateTime("created_at")));
    }
}
