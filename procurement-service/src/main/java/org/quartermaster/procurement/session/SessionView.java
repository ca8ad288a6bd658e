package org.quartermaster.procurement.session;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.quartermaster.platform.db.Columns;

/** A session that can be gone on with. */
public record SessionView(
        UUID sessionId,
        String tenant,
        String userAgent,
        String ip,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        boolean current) {

    static SessionView of(Row row, String own) {
        var id = row.getUUID("family_id");
        return new SessionView(
                id,
                row.getString("tenant_id"),
                row.getString("user_agent"),
                row.getString("address"),
                Columns.instant(row.getOffsetDateTime("begun_at")),
                Columns.instant(row.getOffsetDateTime("created_at")),
                Columns.instant(row.getOffsetDateTime("expires_at")),
                id.toString().equals(own));
    }
}
