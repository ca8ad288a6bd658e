package org.quartermaster.procurement.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Versioned;

/**
 * A thread as one of its readers sees it.
 *
 * @param tenantId the organization whose thread it is
 * @param unread messages of others that the reader has not read
 */
@Schema(name = "MessageThread")
record ThreadView(
        UUID threadId,
        UUID userId,
        String subject,
        ThreadStatus status,
        ThreadKind kind,
        String tenderId,
        List<UUID> participants,
        long unread,
        Instant lastMessageAt,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore String tenantId,
        @JsonIgnore long version)
        implements Versioned {

    static ThreadView of(Row row) {
        return new ThreadView(
                row.getUUID("thread_id"),
                row.getUUID("user_id"),
                row.getString("subject"),
                Words.find(ThreadStatus.class, row.getString("status")).orElseThrow(),
                Words.find(ThreadKind.class, row.getString("kind")).orElseThrow(),
                row.getString("tender_id"),
                List.of(row.getArrayOfUUIDs("participants")),
                row.getLong("unread"),
                Columns.instant(row.getOffsetDateTime("last_message_at")),
                Columns.instant(row.getOffsetDateTime("created_at")),
                Columns.instant(row.getOffsetDateTime("updated_at")),
                row.getString("tenant_id"),
                row.getLong("rv"));
    }

    /** The same with the status and version that it has by now. */
    ThreadView at(String word, long now) {
        return new ThreadView(
                threadId,
                userId,
                subject,
                Words.find(ThreadStatus.class, word).orElseThrow(),
                kind,
                tenderId,
                participants,
                unread,
                lastMessageAt,
                createdAt,
                updatedAt,
                tenantId,
                now);
    }
}
