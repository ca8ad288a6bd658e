package org.quartermaster.procurement.queryhistory;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.rest.Json;

/** What was made of a tender, here or in the catalog. */
@Schema(name = "Analysis")
public record AnalysisView(
        UUID analysisId,
        UUID userId,
        String tenderId,
        String analysisType,
        @Schema(type = SchemaType.OBJECT) JsonNode results,
        Integer processingTimeMs,
        Instant createdAt) {

    static AnalysisView of(Row row) {
        return new AnalysisView(
                row.getUUID("analysis_id"),
                row.getUUID("user_id"),
                row.getString("tender_id"),
                row.getString("analysis_type"),
                Json.stored(row.getString("results")),
                row.getInteger("processing_time_ms"),
                Columns.instant(row.getOffsetDateTime("created_at")));
    }
}
