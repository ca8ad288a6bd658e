package org.quartermaster.vehicle.market;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Reads views from JSON that the database made of whole rows; what a view does not name is left out. */
@ApplicationScoped
public class DatabaseJson {
    private final ObjectMapper json;

    @Inject
    DatabaseJson(ObjectMapper json) {
        this.json = json;
    }

    /** A view as people read it in a file. */
    public String pretty(Object view) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(view) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public <T> T read(String text, Class<T> view) {
        try {
            return json.readValue(text, view);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the database's own JSON is no " + view.getSimpleName(), impossible);
        }
    }
}
