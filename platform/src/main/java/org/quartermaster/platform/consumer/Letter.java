package org.quartermaster.platform.consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nats.client.Message;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.quartermaster.platform.consumer.EventConsumer.Event;

/** A message as it came: its subject names the tenant even when the rest cannot be read. */
record Letter(String subject, byte[] body, String fallbackId) {
    private static final int MAX_ID = 100;

    /** A message that no further attempt will make readable. */
    static final class Malformed extends Exception {
        Malformed(String reason) {
            super(reason);
        }
    }

    static Letter of(Message message) {
        var place = message.metaData();
        return new Letter(message.getSubject(), message.getData(), place.getStream() + "/" + place.streamSequence());
    }

    /** {@code qm.<service>.<tenant>.<entity>.<verb>} */
    String tenant() {
        return subject.split("\\.")[2];
    }

    private String expectedType() {
        var token = subject.split("\\.");
        return "org.quartermaster.%s.%s.%s.v1".formatted(token[1], token[3], token[4]);
    }

    /** The event's own id, or else the place of the message in the stream. */
    String id(ObjectMapper json) {
        try {
            var id = json.readTree(body).path("id").asText();
            return isId(id) ? id : fallbackId;
        } catch (IOException unreadable) {
            return fallbackId;
        }
    }

    private static boolean isId(String text) {
        return !text.isBlank() && text.length() <= MAX_ID;
    }

    /** The type that the event names, or null. */
    String type(ObjectMapper json) {
        try {
            return json.readTree(body).path("type").textValue();
        } catch (IOException unreadable) {
            return null;
        }
    }

    <T> Event<T> read(ObjectMapper json, Class<T> data) throws Malformed {
        var event = tree(json);
        var type = event.path("type").asText();
        if (!type.equals(expectedType())) {
            throw new Malformed("type is " + type + " where " + expectedType() + " is known");
        }
        if (!event.path("tenantid").asText().equals(tenant())) {
            throw new Malformed("tenantid is not that of the subject");
        }
        if (!isId(event.path("id").asText())) {
            throw new Malformed("id is missing");
        }
        try {
            return new Event<>(
                    event.path("id").asText(),
                    type,
                    tenant(),
                    event.path("subject").asText(),
                    Instant.parse(event.path("time").asText()),
                    event.path("actorid").asText(),
                    event.path("traceparent").textValue(),
                    json.treeToValue(event.path("data"), data));
        } catch (JsonProcessingException | DateTimeParseException unreadable) {
            throw new Malformed("data or time cannot be read: " + unreadable.getMessage());
        }
    }

    private JsonNode tree(ObjectMapper json) throws Malformed {
        try {
            var event = json.readTree(body);
            if (event == null || !event.path("data").isObject()) {
                throw new Malformed("not an event with data");
            }
            return event;
        } catch (IOException unreadable) {
            throw new Malformed("not JSON: " + unreadable.getMessage());
        }
    }
}
