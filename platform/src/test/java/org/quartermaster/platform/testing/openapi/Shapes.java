package org.quartermaster.platform.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Locale;

/** Bounds for what the services answer, where the type alone sets none. */
final class Shapes {
    /** Longer than any text that is stored or made: the longest field takes 16 KiB. */
    private static final int LONGEST_TEXT = 65_536;

    private static final int LONGEST_TIME = 40;

    /** The greatest page of any list; longer answers are streams, not arrays. */
    private static final int LONGEST_ARRAY = 10_000;

    /** No text of ours holds NUL. */
    private static final String WITHOUT_NUL = "^[^\\u0000]*$";

    /** Bytes of the greatest file. */
    private static final int GREATEST_FILE = 64 * 1024 * 1024;

    private Shapes() {}

    /** The type of a schema, null aside; empty where it has none. */
    static String type(JsonNode schema) {
        var type = schema.path("type");
        if (type.isArray()) {
            for (var one : type) {
                if (!one.asText().equals("null")) {
                    return one.asText();
                }
            }
        }
        return type.asText("");
    }

    /** Completes a schema and all in it. */
    static void bound(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            switch (type(schema)) {
                case "string" -> boundText(object);
                case "integer" -> boundInteger(object);
                case "array" -> setDefault(object, "maxItems", LONGEST_ARRAY);
                default -> {}
            }
            schema.path("properties").forEach(Shapes::bound);
            for (var inner : new String[] {"items", "additionalProperties"}) {
                bound(schema.path(inner));
            }
            for (var inner : new String[] {"anyOf", "oneOf", "allOf"}) {
                schema.path(inner).forEach(Shapes::bound);
            }
        }
    }

    private static void boundText(ObjectNode schema) {
        if (schema.has("enum")) {
            var words = JsonNodeFactory.instance.arrayNode();
            schema.get("enum")
                    .forEach(word -> words.add(
                            word.isTextual()
                                    ? JsonNodeFactory.instance.textNode(
                                            word.asText().toLowerCase(Locale.ROOT))
                                    : word));
            schema.set("enum", words);
            return;
        }
        var format = schema.path("format").asText();
        if (format.equals("binary")) {
            setDefault(schema, "maxLength", GREATEST_FILE);
        } else {
            setDefault(schema, "maxLength", format.startsWith("date") ? LONGEST_TIME : LONGEST_TEXT);
        }
        if (format.isEmpty() && !schema.has("pattern") && !schema.has("const")) {
            schema.put("pattern", WITHOUT_NUL);
        }
    }

    private static void boundInteger(ObjectNode schema) {
        if (schema.path("format").asText().isEmpty()) {
            schema.put("format", "int64");
        }
        var small = schema.get("format").asText().equals("int32");
        if (!schema.has("minimum")) {
            schema.put("minimum", small ? Integer.MIN_VALUE : Long.MIN_VALUE);
        }
        if (!schema.has("maximum")) {
            schema.put("maximum", small ? Integer.MAX_VALUE : Long.MAX_VALUE);
        }
    }

    private static void setDefault(ObjectNode schema, String key, int value) {
        if (!schema.has(key)) {
            schema.put(key, value);
        }
    }

    /** The schema, or null in its place. */
    static JsonNode nullable(JsonNode schema) {
        var factory = JsonNodeFactory.instance;
        if (schema.has("$ref")) {
            var either = factory.objectNode();
            either.putArray("anyOf").add(schema).add(factory.objectNode().put("type", "null"));
            return either;
        }
        if (schema instanceof ObjectNode object && object.path("type").isTextual()) {
            var type = object.get("type");
            object.set("type", factory.arrayNode().add(type).add("null"));
            if (object.get("enum") instanceof ArrayNode words) {
                words.addNull();
            }
        }
        return schema;
    }

    /** Names of the members of an object schema. */
    static Iterable<String> members(JsonNode schema) {
        var names = new ArrayList<String>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }
}
