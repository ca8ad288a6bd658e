package org.quartermaster.vehicle.asset;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.security.Caller;

/** A step of an asset, or a field of it that changed. */
record HistoryEntry(
        Long id,
        Instant at,
        String actorId,
        String action,
        String fromStatus,
        String toStatus,
        String field,
        JsonNode oldValue,
        JsonNode newValue,
        String source,
        String sourceRef,
        String requestId) {
    static final String COLUMNS = """
        h.id, h.at, h.actor_id, h.action, h.from_status, h.to_status, h.field, cast(h.old_value as text) as old_value,
        cast(h.new_value as text) as new_value, h.source, h.source_ref, h.request_id
        """;

    static HistoryEntry of(Row row, Caller caller) {
        return new HistoryEntry(
                row.getLong("id"),
                Columns.instant(row.getOffsetDateTime("at")),
                row.getString("actor_id"),
                row.getString("action"),
                row.getString("from_status"),
                row.getString("to_status"),
                row.getString("field"),
                Json.stored(row.getString("old_value")),
                Json.stored(row.getString("new_value")),
                row.getString("source"),
                MarketReference.shown(row.getString("source"), row.getString("source_ref"), caller),
                row.getString("request_id"));
    }
}
