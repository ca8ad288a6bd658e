package org.quartermaster.vehicle.asset;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.security.Caller;

/** Where the values of an asset come from. */
record Provenance(List<FieldOrigin> items) {
    static final String SQL = """
        select distinct on (h.field) h.field, cast(h.new_value as text) as value, h.source, h.source_ref, h.actor_id,
          h.at, count(*) over (partition by h.field) - 1 as earlier_values
        from vehicle.asset_history h where h.asset_id = $1 and h.field is not null
        order by h.field, h.id desc
        """;

    /**
     * The newest writer of one field.
     *
     * @param reference such as the number of a lot, or null
     * @param earlierValues how many values it had before
     */
    record FieldOrigin(
            String field,
            JsonNode value,
            String source,
            String reference,
            String actorId,
            Instant at,
            long earlierValues) {
        static FieldOrigin of(Row row, Caller caller) {
            return new FieldOrigin(
                    row.getString("field"),
                    Json.stored(row.getString("value")),
                    row.getString("source"),
                    MarketReference.shown(row.getString("source"), row.getString("source_ref"), caller),
                    row.getString("actor_id"),
                    Columns.instant(row.getOffsetDateTime("at")),
                    row.getLong("earlier_values"));
        }
    }
}
