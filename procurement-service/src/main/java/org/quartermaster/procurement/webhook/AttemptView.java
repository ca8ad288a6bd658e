package org.quartermaster.procurement.webhook;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;

/**
 * One try to deliver an event.
 *
 * @param statusCode what the receiver answered; null where there was no answer
 * @param response the first 4 KiB of it
 */
@Schema(name = "WebhookAttempt")
record AttemptView(
        UUID attemptId,
        String eventId,
        String eventType,
        int attempt,
        Integer statusCode,
        String error,
        String response,
        int durationMs,
        Instant at) {

    static AttemptView of(Row row) {
        return new AttemptView(
                row.getUUID("attempt_id"),
                row.getString("event_id"),
                row.getString("event_type"),
                row.getInteger("attempt"),
                row.getInteger("status_code"),
                row.getString("error"),
                row.getString("response"),
                row.getInteger("duration_ms"),
                Columns.instant(row.getOffsetDateTime("at")));
    }
}
