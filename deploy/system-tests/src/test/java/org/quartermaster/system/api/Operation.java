package org.quartermaster.system.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What a document says of an operation.
 *
 * @param bodies an example, or null, by media type
 */
record Operation(String service, String method, String path, List<Parameter> parameters, Map<String, JsonNode> bodies) {

    static final String JSON = "application/json";

    List<Parameter> in(String place) {
        return parameters.stream().filter(parameter -> parameter.isIn(place)).toList();
    }

    boolean hasPathParameters() {
        return path.contains("{");
    }

    /** A right value of a parameter of its path. */
    String usual(String name) {
        return in("path").stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::usual)
                .findFirst()
                .orElseThrow();
    }

    /** A stream of events has no end. */
    boolean isStream() {
        return path.endsWith("/events") && method.equals("GET") && !path.contains("admin") && !path.contains("billing");
    }

    boolean takesJson() {
        return bodies.containsKey(JSON);
    }

    @Override
    public String toString() {
        return service + " " + method + " " + path;
    }
}
