package org.quartermaster.equipment.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Json;

/**
 * One change of a machine or of what belongs to it.
 *
 * @param changed names of the fields that changed; empty where the entity is new
 * @param before their former values, or null where the entity is new
 * @param after their new values, or the whole new entity
 */
record HistoryEntry(
        UUID auditId,
        Instant at,
        String entity,
        String entityId,
        String action,
        String actor,
        String requestId,
        List<String> changed,
        @Schema(type = SchemaType.OBJECT) JsonNode before,
        @Schema(type = SchemaType.OBJECT) JsonNode after) {

    static HistoryEntry of(Row row) {
        var changed = row.getArrayOfStrings("changed");
        var names = changed == null ? List.<String>of() : List.of(changed);
        var before = Json.stored(row.getString("before"));
        var after = (ObjectNode) Json.stored(row.getString("after"));
        return new HistoryEntry(
                row.getUUID("audit_id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("entity"),
                row.getString("entity_id"),
                row.getString("action"),
                row.getString("actor"),
                row.getString("request_id"),
                names,
                before,
                before == null || after == null ? after : after.retain(names));
    }
}
