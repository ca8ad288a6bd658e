package org.quartermaster.equipment.maintenance;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;

/**
 * Canonical JSON (RFC 8785) of objects whose numbers have at most 15 digits and lie between 1e-6 and 1e21, where the
 * shortest form of a double is the plain decimal without trailing zeros.
 */
final class Canonical {
    private Canonical() {}

    static String json(SortedMap<String, Object> members) {
        var json = new StringBuilder("{");
        for (Map.Entry<String, Object> member : members.entrySet()) {
            json.append(json.length() == 1 ? "" : ",");
            string(json, member.getKey());
            value(json.append(':'), member.getValue());
        }
        return json.append('}').toString();
    }

    private static void value(StringBuilder json, Object value) {
        if (value instanceof BigDecimal number) {
            json.append(number.stripTrailingZeros().toPlainString());
        } else if (value instanceof String[] texts) {
            array(json, texts);
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            json.append(value);
        } else {
            string(json, value.toString());
        }
    }

    private static void array(StringBuilder json, String[] texts) {
        var separator = '[';
        for (var text : texts) {
            string(json.append(separator), text);
            separator = ',';
        }
        json.append(texts.length == 0 ? "[]" : "]");
    }

    private static void string(StringBuilder json, String text) {
        json.append('"');
        text.chars().forEach(unit -> character(json, (char) unit));
        json.append('"');
    }

    private static void character(StringBuilder json, char unit) {
        switch (unit) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\b' -> json.append("\\b");
            case '\f' -> json.append("\\f");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> json.append(unit < ' ' ? "\\u%04x".formatted((int) unit) : String.valueOf(unit));
        }
    }
}
