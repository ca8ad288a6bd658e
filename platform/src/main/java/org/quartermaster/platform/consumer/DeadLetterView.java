package org.quartermaster.platform.consumer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/**
 * An event that could not be handled.
 *
 * @param error why, at the last attempt
 * @param event the message as it came, as text where it is no JSON; not in lists
 */
@Schema(name = "DeadLetter")
public record DeadLetterView(
        String deadLetterId,
        String consumer,
        String eventId,
        String eventType,
        String subject,
        String error,
        int attempts,
        Instant createdAt,
        Instant updatedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(implementation = Object.class)
        JsonNode event)
        implements Versioned {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What changes of it is the attempts, and with them the error. */
    @Override
    public long version() {
        return attempts;
    }

    static DeadLetterView of(Row row, boolean withEvent) {
        return new DeadLetterView(
                row.getString("dead_letter_id"),
                row.getString("consumer"),
                row.getString("event_id"),
                row.getString("event_type"),
                row.getString("subject"),
                row.getString("error"),
                row.getInteger("attempts"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                withEvent ? event(row.getBuffer("message").getBytes()) : null);
    }

    private static JsonNode event(byte[] message) {
        try {
            return JSON.readTree(message);
        } catch (IOException notJson) {
            return TextNode.valueOf(new String(message, StandardCharsets.UTF_8));
        }
    }
}
