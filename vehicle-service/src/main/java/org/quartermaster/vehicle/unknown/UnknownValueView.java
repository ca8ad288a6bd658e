package org.quartermaster.vehicle.unknown;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;

/**
 * A word of a feed that had no code when it was read.
 *
 * @param occurrences how many records had it
 * @param mappedCode the code that it was taught to mean since; null while it has none
 */
@Schema(name = "UnknownValue")
record UnknownValueView(
        String domain,
        String rawValue,
        long occurrences,
        Instant firstSeenAt,
        Instant lastSeenAt,
        UUID lastFileId,
        String mappedCode,
        long version) {
    static final String COLUMNS = "u.domain, u.raw_value, u.occurrences, u.first_seen_at, u.last_seen_at,"
            + " u.last_file_id, u.mapped_code, u.version";

    static UnknownValueView of(Row row) {
        return new UnknownValueView(
                row.getString("domain"),
                row.getString("raw_value"),
                row.getLong("occurrences"),
                Columns.instant(row.getOffsetDateTime("first_seen_at")),
                Columns.instant(row.getOffsetDateTime("last_seen_at")),
                row.getUUID("last_file_id"),
                row.getString("mapped_code"),
                row.getLong("version"));
    }
}
