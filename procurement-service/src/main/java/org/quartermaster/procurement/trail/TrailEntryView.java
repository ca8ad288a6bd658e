package org.quartermaster.procurement.trail;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;

/** Who changed what, and when. */
@Schema(name = "TrailEntry")
public record TrailEntryView(
        String eventId,
        String service,
        String entity,
        String entityId,
        String verb,
        String actor,
        String actorType,
        List<String> changed,
        Instant at) {

    static TrailEntryView of(Row row) {
        return new TrailEntryView(
                row.getString("event_id"),
                row.getString("service"),
                row.getString("entity"),
                row.getString("entity_id"),
                row.getString("verb"),
                row.getString("actor"),
                row.getString("actor_type"),
                List.of(row.getArrayOfStrings("changed")),
                Columns.instant(row.getOffsetDateTime("at")));
    }
}
