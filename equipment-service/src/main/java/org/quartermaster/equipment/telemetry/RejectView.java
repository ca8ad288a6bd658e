package org.quartermaster.equipment.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.rest.Json;

/**
 * A refused sample as clients see it.
 *
 * @param index its place in its batch, from 0
 * @param equipmentRef how it named its machine
 * @param equipmentId the machine, where it was known
 * @param raw the sample as it came
 * @param retriedAt when it was offered again, or null
 */
@Schema(name = "TelemetryReject")
record RejectView(
        String batchId,
        int index,
        String equipmentRef,
        String equipmentId,
        Instant recordedAt,
        Instant receivedAt,
        @Schema(type = SchemaType.OBJECT) JsonNode raw,
        @Schema(type = SchemaType.ARRAY) JsonNode errors,
        Instant retriedAt) {
    static final String SELECT = "r.batch_id, r.batch_position, r.equipment_ref, r.equipment_id, r.recorded_at,"
            + " r.received_at, cast(r.raw as text) as raw, cast(r.errors as text) as errors, r.retried_at";

    static RejectView of(Row row) {
        return new RejectView(
                row.getString("batch_id"),
                row.getInteger("batch_position"),
                row.getString("equipment_ref"),
                row.getString("equipment_id"),
                Columns.instant(row.getOffsetDateTime("recorded_at")),
                Columns.instant(row.getOffsetDateTime("received_at")),
                Json.stored(row.getString("raw")),
                Json.stored(row.getString("errors")),
                Columns.instant(row.getOffsetDateTime("retried_at")));
    }
}
