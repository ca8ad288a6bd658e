package org.quartermaster.platform.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** Example values, put together from those of the single fields. */
final class Examples {
    private static final int DEEPEST = 6;
    private static final JsonNodeFactory FACTORY = JsonNodeFactory.instance;

    private final JsonNode components;
    private final FieldTexts texts;
    private final String scope;

    /** @param scope of the texts: the tag of the operation, or a list in it */
    Examples(JsonNode components, FieldTexts texts, String scope) {
        this.components = components;
        this.texts = texts;
        this.scope = scope;
    }

    /** An example of the schema; null where nothing is known of it. */
    JsonNode of(String name, JsonNode schema) {
        return of(name, schema, 0);
    }

    private JsonNode of(String name, JsonNode schema, int depth) {
        if (schema.has("$ref")) {
            return of(name, resolve(schema), depth);
        }
        if (schema.has("anyOf")) {
            var either = schema.get("anyOf").get(0);
            return texts.example(scope, name, either) == null && isNullable(schema)
                    ? FACTORY.nullNode()
                    : of(name, either, depth);
        }
        if (schema.has("oneOf")) {
            return of(name, schema.get("oneOf").get(0), depth);
        }
        var given = texts.example(scope, name, schema);
        if (given != null && !schema.has("properties")) {
            return fitting(given, schema);
        }
        if (isNullable(schema) && !List.of("array", "object").contains(Shapes.type(schema))) {
            return FACTORY.nullNode();
        }
        return switch (Shapes.type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(name, schema, depth);
            default -> simple(schema);
        };
    }

    /** NB: what has no example of its own is shown as null where it may be. */
    private static boolean isNullable(JsonNode schema) {
        for (var type : schema.path("type")) {
            if (type.asText().equals("null")) {
                return true;
            }
        }
        return schema.path("anyOf").path(1).path("type").asText().equals("null");
    }

    private JsonNode resolve(JsonNode schema) {
        return components.path("schemas").path(schema.get("$ref").asText().replace("#/components/schemas/", ""));
    }

    /** NB: a word that the enumeration here does not have belongs to another field of the same name. */
    private static JsonNode fitting(JsonNode example, JsonNode schema) {
        if (schema.has("enum")) {
            for (var word : schema.get("enum")) {
                if (word.equals(example)) {
                    return example;
                }
            }
            return schema.get("enum").get(0);
        }
        return example;
    }

    private JsonNode object(JsonNode schema, int depth) {
        var example = FACTORY.objectNode();
        if (depth < DEEPEST) {
            for (var name : Shapes.members(schema)) {
                var value = of(name, schema.get("properties").get(name), depth + 1);
                if (value != null) {
                    example.set(name, value);
                }
            }
        }
        return example;
    }

    private JsonNode array(String name, JsonNode schema, int depth) {
        var example = FACTORY.arrayNode();
        var inside = new Examples(components, texts, FieldTexts.inside(name, scope));
        var item = depth < DEEPEST ? inside.of("", schema.path("items"), depth + 1) : null;
        return item == null ? example : example.add(item);
    }

    private static JsonNode simple(JsonNode schema) {
        if (schema.has("examples")) {
            return schema.get("examples").get(0);
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (Shapes.type(schema)) {
            case "boolean" -> FACTORY.booleanNode(false);
            case "integer", "number" -> {
                var least = schema.path("minimum");
                yield least.decimalValue().signum() > 0 ? least : FACTORY.numberNode(0);
            }
            case "string" -> text(schema.path("format").asText());
            default -> null;
        };
    }

    private static JsonNode text(String format) {
        return switch (format) {
            case "date-time" -> FACTORY.textNode("2026-03-14T08:30:00Z");
            case "date" -> FACTORY.textNode("2026-03-14");
            case "binary" -> null;
            default -> null;
        };
    }
}
