package org.quartermaster.system.api;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a document says of a parameter.
 *
 * @param in path, query or header
 * @param example null where there is none
 */
record Parameter(String name, String in, boolean required, String type, String example) {
    static Parameter of(JsonNode described) {
        var schema = described.path("schema");
        var type = schema.path("type");
        var given = described.has("example") ? described.get("example") : schema.get("example");
        return new Parameter(
                described.path("name").asText(),
                described.path("in").asText(),
                described.path("required").asBoolean(),
                type.isArray() ? type.path(0).asText() : type.asText("string"),
                given == null ? null : given.isArray() ? given.path(0).asText() : given.asText());
    }

    boolean isIn(String place) {
        return in.equals(place);
    }

    /** A value that is right by its form. */
    String usual() {
        if (example != null) {
            return example;
        }
        return switch (type) {
            case "integer", "number" -> "1";
            case "boolean" -> "true";
            default -> "x";
        };
    }
}
