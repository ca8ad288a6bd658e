package org.quartermaster.vehicle.market;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;

/**
 * Something that happened to a lot.
 *
 * @param at when it was seen: the time of the snapshot, or of whoever recorded it
 * @param changes old and new value of each field that changed
 * @param fileId the file that says it, for data admins alone
 * @param rowNo its record there; null where the file says it by leaving the lot out
 */
record TimelineEntry(
        Instant at,
        String kind,
        Long lotId,
        String lotExternalId,
        @Schema(type = SchemaType.OBJECT) JsonNode changes,
        @JsonInclude(JsonInclude.Include.NON_NULL) UUID fileId,
        Integer rowNo) {

    static TimelineEntry of(Row row, Caller caller) {
        return new TimelineEntry(
                Columns.instant(row.getOffsetDateTime("at")),
                row.getString("kind"),
                row.getLong("lot_id"),
                row.getString("lot_external_id"),
                Json.stored(row.getString("changes")),
                caller.is(Roles.DATA_ADMIN) ? row.getUUID("file_id") : null,
                row.getInteger("row_no"));
    }
}
