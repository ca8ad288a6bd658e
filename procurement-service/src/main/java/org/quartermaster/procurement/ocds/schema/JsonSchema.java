package org.quartermaster.procurement.ocds.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a release schema in JSON Schema draft-04, as far as OCDS uses it, with the flags of merging. */
public final class JsonSchema {
    private final JsonNode root;
    private final Map<String, Shape> referenced = new HashMap<>();

    private JsonSchema(JsonNode root) {
        this.root = root;
    }

    /** The shape of the values that the schema describes. */
    public static Shape read(JsonNode schema) {
        return new JsonSchema(schema).shape(schema);
    }

    private Shape shape(JsonNode schema) {
        var reference = schema.path("$ref").asText();
        if (reference.startsWith("#/")) {
            return referenced(reference.substring(1));
        }
        var shape = new Shape();
        fill(shape, schema);
        return shape;
    }

    private Shape referenced(String pointer) {
        var known = referenced.get(pointer);
        if (known == null) {
            known = new Shape();
            referenced.put(pointer, known);
            fill(known, root.at(pointer));
        }
        return known;
    }

    private void fill(Shape shape, JsonNode schema) {
        shape.kinds = kinds(schema.path("type"));
        schema.path("properties").properties().forEach(e -> shape.fields.put(e.getKey(), shape(e.getValue())));
        schema.path("patternProperties").properties().forEach(e -> shape.patterns.add(
                new Shape.Named(Pattern.compile(e.getKey()), shape(e.getValue()))));
        schema.path("required").forEach(name -> shape.required.add(name.asText()));
        shape.items = schema.path("items").isObject() ? shape(schema.get("items")) : null;
        shape.minLength = schema.path("minLength").asInt();
        shape.minItems = schema.path("minItems").asInt();
        shape.unique = schema.path("uniqueItems").asBoolean();
        shape.format = format(schema.path("format").asText());
        shape.omitWhenMerged = schema.path("omitWhenMerged").asBoolean();
        shape.wholeListMerge = schema.path("wholeListMerge").asBoolean();
        addCodes(shape, schema);
    }

    private static void addCodes(Shape shape, JsonNode schema) {
        if (schema.path("enum").isArray()) {
            shape.allowed = new HashSet<>();
            schema.get("enum").forEach(shape.allowed::add);
        }
        if (schema.has("codelist")) {
            shape.codelist = schema.get("codelist").asText().replace(".csv", "");
        }
    }

    private static EnumSet<Kind> kinds(JsonNode type) {
        var kinds = EnumSet.noneOf(Kind.class);
        if (type.isTextual()) {
            kinds.add(Kind.named(type.asText()));
        }
        type.forEach(name -> kinds.add(Kind.named(name.asText())));
        return kinds;
    }

    private static Format format(String name) {
        return switch (name) {
            case "date-time" -> Format.DATE_TIME;
            case "uri" -> Format.URI;
            default -> null;
        };
    }
}
