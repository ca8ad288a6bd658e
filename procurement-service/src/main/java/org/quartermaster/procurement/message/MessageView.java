package org.quartermaster.procurement.message;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;

/** A message, as it was sent. */
@Schema(name = "Message")
record MessageView(UUID messageId, UUID senderId, String content, boolean isSystemMessage, Instant createdAt) {
    static MessageView of(Row row) {
        return new MessageView(
                row.getUUID("message_id"),
                row.getUUID("sender_id"),
                row.getString("content"),
                row.getBoolean("is_system_message"),
                Columns.instant(row.getOffsetDateTime("created_at")));
    }
}
