package org.quartermaster.platform.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The components of the document: completed, and without those that nobody uses. */
final class Components {
    private static final String ROOT = "#/components/";

    private Components() {}

    /** Bounds and texts for the views. */
    static void complete(ObjectNode components, FieldTexts texts, Views views) {
        var schemas = components.withObjectProperty("schemas");
        if (schemas.has("JsonNode")) {
            schemas.putObject("JsonNode").put("description", "Any JSON");
        }
        schemas.properties().forEach(entry -> {
            var schema = entry.getValue();
            Shapes.bound(schema);
            for (var name : Shapes.members(schema)) {
                var member = schema.get("properties").get(name);
                var text = texts.describe("", name);
                if (text != null && member instanceof ObjectNode object && !object.has("$ref")) {
                    object.put("description", text);
                }
                if (!views.isNeverNull(entry.getKey(), name)) {
                    ((ObjectNode) schema.get("properties")).set(name, Shapes.nullable(member));
                }
            }
        });
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
                    .map(Map.Entry::getKey)
                    .filter(name -> !used.contains(ROOT + section + "/" + name))
                    .forEach(names::remove);
        }
        var schemes = new HashSet<String>();
        document.path("paths")
                .findValues("security")
                .forEach(either -> either.forEach(one -> one.fieldNames().forEachRemaining(schemes::add)));
        components.withObjectProperty("securitySchemes").retain(schemes);
    }

    private static List<String> references(JsonNode node) {
        return node.findValuesAsText("$ref");
    }
}
