package org.quartermaster.procurement.webhook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.rest.Versioned;

/**
 * An endpoint as its administrators see it.
 *
 * @param secret shown once, when it is made; else missing
 * @param previousUntil until when the secret before it signs too, or null
 */
@Schema(name = "Webhook")
record WebhookView(
        UUID webhookId,
        String url,
        List<String> eventTypes,
        boolean isActive,
        String disabledReason,
        Instant failingSince,
        Instant previousUntil,
        @JsonInclude(JsonInclude.Include.NON_NULL) String secret,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore long version)
        implements Versioned {

    static final String COLUMNS = """
            w.webhook_id, w.url, w.event_types, w.is_active, w.disabled_reason, w.failing_since, w.previous_until,
            w.created_at, w.updated_at, w.rv\
            """;

    static WebhookView of(Row row) {
        return new WebhookView(
                row.getUUID("webhook_id"),
                row.getString("url"),
                List.of(row.getArrayOfStrings("event_types")),
                row.getBoolean("is_active"),
                row.getString("disabled_reason"),
                Columns.instant(row.getOffsetDateTime("failing_since")),
                Columns.instant(row.getOffsetDateTime("previous_until")),
                null,
                Columns.instant(row.getOffsetDateTime("created_at")),
                Columns.instant(row.getOffsetDateTime("updated_at")),
                row.getLong("rv"));
    }

    WebhookView with(WebhookSecret shown) {
        return new WebhookView(
                webhookId,
                url,
                eventTypes,
                isActive,
                disabledReason,
                failingSince,
                previousUntil,
                shown.text(),
                createdAt,
                updatedAt,
                version);
    }
}
