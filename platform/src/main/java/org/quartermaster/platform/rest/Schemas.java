package org.quartermaster.platform.rest;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.quartermaster.platform.db.Words;

/** The readings of {@link Fields} as JSON Schemas. */
final class Schemas {
    /** No text of ours holds NUL; PostgreSQL could not store it. */
    private static final String WITHOUT_NUL = "^[^\\u0000]*$";

    private static final int MAX_WORDS = 1_000;

    private Schemas() {}

    static Map<String, Object> text(int min, int max) {
        var schema = type("string");
        if (min > 0) {
            schema.put("minLength", min);
        }
        schema.put("maxLength", max);
        schema.put("pattern", WITHOUT_NUL);
        return schema;
    }

    static Map<String, Object> uuid() {
        var schema = type("string");
        schema.put("format", "uuid");
        schema.put("maxLength", 36);
        return schema;
    }

    static Map<String, Object> integer(int min, int max) {
        var schema = type("integer");
        schema.put("format", "int32");
        schema.put("minimum", min);
        schema.put("maximum", max);
        return schema;
    }

    static Map<String, Object> decimal(String min, String max) {
        var schema = type("number");
        schema.put("minimum", new BigDecimal(min));
        schema.put("maximum", new BigDecimal(max));
        return schema;
    }

    static Map<String, Object> money(String max) {
        var schema = decimal("0", max);
        schema.put("multipleOf", new BigDecimal("0.01"));
        return schema;
    }

    static Map<String, Object> time() {
        var schema = type("string");
        schema.put("format", "date-time");
        schema.put("maxLength", 40);
        return schema;
    }

    static Map<String, Object> date() {
        var schema = type("string");
        schema.put("format", "date");
        schema.put("maxLength", 10);
        return schema;
    }

    static Map<String, Object> bool() {
        return type("boolean");
    }

    static Map<String, Object> word(Class<? extends Enum<?>> type) {
        var schema = type("string");
        schema.put("enum", Arrays.stream(type.getEnumConstants()).map(Words::of).toList());
        return schema;
    }

    static Map<String, Object> words(Class<? extends Enum<?>> type) {
        return list(word(type), MAX_WORDS);
    }

    static Map<String, Object> texts() {
        return list(text(0, 5_000), MAX_WORDS);
    }

    static Map<String, Object> object() {
        return type("object");
    }

    static Map<String, Object> items(int max) {
        return list(type("object"), max);
    }

    private static Map<String, Object> list(Map<String, Object> items, int max) {
        var schema = type("array");
        schema.put("maxItems", max);
        schema.put("items", items);
        return schema;
    }

    private static Map<String, Object> type(String name) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", name);
        return schema;
    }
}
