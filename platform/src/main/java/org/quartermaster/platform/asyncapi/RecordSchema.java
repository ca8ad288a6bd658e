package org.quartermaster.platform.asyncapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Words;

/**
 * JSON Schema (draft 07, as AsyncAPI has it) of what Jackson writes for a class: every member, null where it may be.
 */
final class RecordSchema {
    private static final Set<Class<?>> INTEGERS =
            Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class, BigInteger.class);
    private static final Set<Class<?>> NUMBERS =
            Set.of(double.class, Double.class, float.class, Float.class, BigDecimal.class);
    private static final Map<Class<?>, String> FORMATS = Map.of(
            Instant.class, "date-time",
            OffsetDateTime.class, "date-time",
            LocalDate.class, "date",
            UUID.class, "uuid");

    private final ObjectMapper json;

    RecordSchema(ObjectMapper json) {
        this.json = json;
    }

    /** Name of the schema of a class: that of its OpenAPI schema where it has one. */
    static String name(Class<?> type) {
        var schema = type.getAnnotation(Schema.class);
        return schema == null || schema.name().isEmpty() ? type.getSimpleName() : schema.name();
    }

    ObjectNode of(Class<?> type) {
        return of(json.constructType(type), null);
    }

    /** As {@link #of(Class)}, and null as well unless the type is a primitive one. */
    ObjectNode nullable(Class<?> type) {
        return orNull(of(type), type);
    }

    private ObjectNode of(JavaType type, Schema said) {
        var raw = type.getRawClass();
        if (FORMATS.containsKey(raw)) {
            return typed("string").put("format", FORMATS.get(raw));
        }
        if (raw.isEnum()) {
            return words(raw);
        }
        if (type.isCollectionLikeType() || type.isArrayType()) {
            ObjectNode list = typed("array");
            list.set("items", of(type.getContentType(), null));
            return list;
        }
        if (JsonNode.class.isAssignableFrom(raw)) {
            return said == null || said.type() == SchemaType.DEFAULT
                    ? json.createObjectNode()
                    : typed(Words.of(said.type()));
        }
        return simple(type, raw);
    }

    private ObjectNode simple(JavaType type, Class<?> raw) {
        if (raw == String.class) {
            return typed("string");
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return typed("boolean");
        }
        if (INTEGERS.contains(raw)) {
            return typed("integer");
        }
        if (NUMBERS.contains(raw)) {
            return typed("number");
        }
        if (type.isMapLikeType()) {
            return typed("object");
        }
        return raw == Object.class ? json.createObjectNode() : object(type);
    }

    private ObjectNode object(JavaType type) {
        var properties = json.createObjectNode();
        var required = json.createArrayNode();
        var config = json.getSerializationConfig();
        for (BeanPropertyDefinition member : config.introspect(type).findProperties()) {
            if (member.getAccessor() != null) {
                add(member, properties, required);
            }
        }
        ObjectNode object = typed("object");
        object.set("required", required);
        object.set("properties", properties);
        return object;
    }

    private void add(BeanPropertyDefinition member, ObjectNode properties, ArrayNode required) {
        var schema = of(member.getPrimaryType(), member.getAccessor().getAnnotation(Schema.class));
        var isAlways = member.findInclusion().getValueInclusion() != JsonInclude.Include.NON_NULL;
        if (member.getAccessor().getAnnotation(JsonUnwrapped.class) != null) {
            properties.setAll((ObjectNode) schema.get("properties"));
            if (isAlways) {
                required.addAll((ArrayNode) schema.get("required"));
            }
            return;
        }
        properties.set(member.getName(), orNull(schema, member.getRawPrimaryType()));
        if (isAlways) {
            required.add(member.getName());
        }
    }

    private ObjectNode words(Class<?> type) {
        var words = json.createArrayNode();
        for (var constant : type.getEnumConstants()) {
            words.add(Words.of((Enum<?>) constant));
        }
        ObjectNode schema = typed("string");
        schema.set("enum", words);
        return schema;
    }

    private ObjectNode orNull(ObjectNode schema, Class<?> type) {
        if (!type.isPrimitive() && schema.path("type").isTextual()) {
            var types =
                    json.createArrayNode().add(schema.get("type").textValue()).add("null");
            schema.set("type", types);
            if (schema.get("enum") instanceof ArrayNode words) {
                words.addNull();
            }
        }
        return schema;
    }

    private ObjectNode typed(String type) {
        return json.createObjectNode().put("type", type);
    }
}
