package org.quartermaster.system.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.stream.Collectors;

/** Requests as the document shows them, with real rows where its examples name some. */
final class UsualRequests {
    private static final String BOUNDARY = "quartermaster";

    private final KnownRows rows;

    UsualRequests(KnownRows rows) {
        this.rows = rows;
    }

    /** The request of an operation at a path that its parameters were put into. */
    Request at(Operation operation, String path) {
        var request = Request.of(operation.method(), path + query(operation))
                .with("Accept", "*/*")
                .with("If-Match", "*");
        if (operation.bodies().isEmpty()) {
            return request;
        }
        var type = operation.takesJson()
                ? Operation.JSON
                : operation.bodies().keySet().iterator().next();
        return type.startsWith("multipart")
                ? request.with("Content-Type", type + "; boundary=" + BOUNDARY).holding(multipart())
                : request.with("Content-Type", type).holding(body(operation, type));
    }

    /** As {@link #at}, with the examples' values in the path where no row is known. */
    Request of(Operation operation) {
        var paths = rows.fill(operation);
        return at(operation, paths.isEmpty() ? exemplary(operation) : paths.get(0));
    }

    static String exemplary(Operation operation) {
        var path = operation.path();
        for (var parameter : operation.in("path")) {
            path = path.replace("{" + parameter.name() + "}", Targets.encoded(parameter.usual()));
        }
        return path;
    }

    private static String query(Operation operation) {
        return operation.in("query").stream()
                .filter(Parameter::required)
                .map(parameter -> parameter.name() + "=" + Targets.encoded(parameter.usual()))
                .collect(Collectors.joining("&", "?", ""))
                .replaceAll("\\?$", "");
    }

    private String body(Operation operation, String type) {
        var example = operation.bodies().get(type);
        if (example == null) {
            return type.contains("json") ? "{}" : "name\nPump\n";
        }
        return example.isTextual() ? example.asText() : real(example).toString();
    }

    /** The example with ids of rows that are there. */
    JsonNode real(JsonNode example) {
        JsonNode copy = example.deepCopy();
        replace(copy);
        return copy;
    }

    private void replace(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var member : List.copyOf(object.properties())) {
                var known = KnownRows.isReference(member.getKey()) ? rows.named(member.getKey()) : List.<String>of();
                if (!known.isEmpty()) {
                    object.set(member.getKey(), like(member.getValue(), known.get(0)));
                }
            }
        }
        node.forEach(this::replace);
    }

    /** The value in the form of another one: a number, a text or a list of one. */
    static JsonNode like(JsonNode form, String value) {
        if (form instanceof ArrayNode list) {
            return list.arrayNode().add(like(list.path(0), value));
        }
        return form.isNumber() && value.matches("[0-9]{1,18}")
                ? LongNode.valueOf(Long.parseLong(value))
                : TextNode.valueOf(value);
    }

    private static String multipart() {
        return ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\nname\nPump\n\r\n--%s--\r\n")
                .formatted(BOUNDARY, BOUNDARY);
    }
}
