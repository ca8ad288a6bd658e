package org.quartermaster.procurement.queryhistory;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.rest.Json;

/** A question that the user asked, and what was answered. */
@Schema(name = "AskedQuestion")
public record QueryView(
        UUID queryId,
        String question,
        String answer,

        @Schema(description = "Passages that the answer was made of")
        JsonNode sources,

        BigDecimal confidence,
        Integer queryTimeMs,
        Instant createdAt) {

    static QueryView of(Row row) {
        return new QueryView(
                row.getUUID("query_id"),
                row.getString("question"),
                row.getString("answer"),
                Json.stored(row.getString("sources")),
                row.getBigDecimal("confidence"),
                row.getInteger("query_time_ms"),
                Columns.instant(row.getOffsetDateTime("created_at")));
    }
}
