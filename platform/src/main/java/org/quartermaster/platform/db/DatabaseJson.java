package org.quartermaster.platform.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Records from JSON that the database keeps, or made of whole rows ({@code cast(to_jsonb(t) as text)}), and the text of
 * such JSON. What a record does not name is left out.
 */
@ApplicationScoped
public final class DatabaseJson {
    private final ObjectMapper json;

    @Inject
    DatabaseJson(ObjectMapper json) {
        this.json = json;
    }

    /** The value of a JSON text. */
    public <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException impossible) {
            throw broken(type.getSimpleName(), impossible);
        }
    }

    /** As above, for a type with parameters. */
    public <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException impossible) {
            throw broken(type.getType().getTypeName(), impossible);
        }
    }

    private static IllegalStateException broken(String type, JsonProcessingException cause) {
        return new IllegalStateException("the database's own JSON is no " + type, cause);
    }

    /** The value as JSON text, for a parameter that the statement casts to {@code jsonb}. */
    public String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
