package org.quartermaster.procurement.fraud;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Versioned;

/** Who or what is kept out. */
record Block(
        UUID blockId,
        BlockKind kind,
        String value,
        String reason,
        Instant until,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    static Block of(Row row) {
        return new Block(
                row.getUUID("block_id"),
                Words.find(BlockKind.class, row.getString("kind")).orElseThrow(),
                row.getString("value"),
                row.getString("reason"),
                Columns.instant(row.getOffsetDateTime("until")),
                Columns.instant(row.getOffsetDateTime("created_at")),
                Columns.instant(row.getOffsetDateTime("updated_at")),
                row.getLong("rv"));
    }
}
