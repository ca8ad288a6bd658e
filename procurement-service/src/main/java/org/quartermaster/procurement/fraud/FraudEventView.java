package org.quartermaster.procurement.fraud;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.rest.Versioned;

/** A case of fraud, as the operator sees it. */
record FraudEventView(
        UUID eventId,
        String tenantId,
        UUID userId,
        String eventType,
        String severity,
        String description,
        String ipAddress,
        Map<String, Object> metadata,
        boolean isResolved,
        Instant resolvedAt,
        UUID resolvedBy,
        Instant createdAt,
        long version)
        implements Versioned {
    static final String SELECT = "e.*, host(e.ip_address) as host";

    static FraudEventView of(Row row) {
        var metadata = row.getJsonObject("metadata");
        return new FraudEventView(
                row.getUUID("event_id"),
                row.getString("tenant_id"),
                row.getUUID("user_id"),
                row.getString("event_type"),
                row.getString("severity"),
                row.getString("description"),
                row.getString("host"),
                metadata == null ? null : metadata.getMap(),
                row.getBoolean("is_resolved"),
                Columns.instant(row.getOffsetDateTime("resolved_at")),
                row.getUUID("resolved_by"),
                Columns.instant(row.getOffsetDateTime("created_at")),
                row.getLong("rv"));
    }
}
