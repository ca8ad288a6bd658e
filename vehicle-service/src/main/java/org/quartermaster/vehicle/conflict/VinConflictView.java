package org.quartermaster.vehicle.conflict;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;

/** A VIN in a feed that something is wrong with. */
@Schema(name = "VinConflict")
record VinConflictView(
        long id,
        String vinRaw,
        String vinNormalized,
        String lotExternalId,
        String conflictReason,
        Instant detectedAt,
        UUID importId,
        Integer rowNo) {
    static final String COLUMNS =
            "v.id, v.vin_raw, v.vin_normalized, v.lot_external_id, v.conflict_reason, v.detected_at, v.file_id, v.row_no";

    static VinConflictView of(Row row) {
        return new VinConflictView(
                row.getLong("id"),
                row.getString("vin_raw"),
                row.getString("vin_normalized"),
                row.getString("lot_external_id"),
                row.getString("conflict_reason"),
                Columns.instant(row.getOffsetDateTime("detected_at")),
                row.getUUID("file_id"),
                row.getInteger("row_no"));
    }
}
