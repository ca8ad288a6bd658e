package org.quartermaster.catalog.activity;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Json;

/** One act, with the changed fields before and after. */
public record ActivityView(
        long id,
        String entityType,
        String entityId,
        ActivityAction action,
        String userId,
        String actorType,
        @Schema(type = SchemaType.OBJECT) JsonNode details,
        String ipAddress,
        String userAgent,
        String requestId,
        Instant timestamp) {

    static ActivityView of(Row row) {
        return new ActivityView(
                row.getLong("id"),
                row.getString("entity_type"),
                row.getString("entity_id"),
                Words.find(ActivityAction.class, row.getString("action")).orElseThrow(),
                row.getString("user_id"),
                row.getString("actor_type"),
                Json.stored(row.getString("details")),
                row.getString("ip_address"),
                row.getString("user_agent"),
                row.getString("request_id"),
                Columns.instant(row.getOffsetDateTime("timestamp")));
    }
}
