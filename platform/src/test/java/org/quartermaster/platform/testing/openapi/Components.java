package org.quartermaster.platform.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The components of the document: completed, and without those that nobody uses. */
final class Components {
    private static final String ROOT = "#/components/";

    private Components() {}

    /** Bounds, texts and examples for the views; what is not a number or a flag may be null. */
    static void complete(ObjectNode components, FieldTexts texts) {
        var schemas = components.withObjectProperty("schemas");
        if (schemas.has("JsonNode")) {
            schemas.putObject("JsonNode").put("description", "Any JSON");
        }
        schemas.forEach(schema -> {
            Shapes.bound(schema);
            for (var name : Shapes.members(schema)) {
                var member = schema.get("properties").get(name);
                var text = texts.describe("", name);
                if (text != null && member instanceof ObjectNode object && !object.has("$ref")) {
                    object.put("description", text);
                }
                ((ObjectNode) schema.get("properties"))
                        .set(name, isPrimitive(member) ? member : Shapes.nullable(member));
            }
        });
    }

    /** NB: the annotations do not tell a long from a Long; a count or version is a long, a measure is not. */
    private static boolean isPrimitive(JsonNode member) {
        var type = Shapes.type(member);
        return type.equals("boolean") || member.path("format").asText().equals("int64");
    }

    static void prune(ObjectNode document) {
        var components = document.withObjectProperty("components");
        var used = new HashSet<String>();
        var open = new ArrayDeque<>(references(document.path("paths")));
        while (!open.isEmpty()) {
            var reference = open.pop();
            if (used.add(reference)) {
                open.addAll(references(document.at(reference.substring(1))));
            }
        }
        for (var section : List.of("schemas", "responses", "headers")) {
            var names = components.withObjectProperty(section);
            Set.copyOf(names.properties()).stream()
                    .map(java.util.Map.Entry::getKey)
                    .filter(name -> !used.contains(ROOT + section + "/" + name))
                    .forEach(names::remove);
        }
    }

    private static List<String> references(JsonNode node) {
        return node.findValuesAsText("$ref");
    }
}
