package org.quartermaster.equipment.aemp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** One element of a snapshot; what machines send in place of a value is taken as none. */
record Element(JsonNode node) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern DATE = Pattern.compile("(\\d{4})-.*");
    private static final int FIRST_YEAR = 1990;
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    /** NB: several of one name, such as the engines of a machine, count as the first of them. */
    static Element of(JsonNode equipment, String name) {
        var node = equipment.path(name);
        return new Element(node.isArray() ? node.path(0) : node);
    }

    /** Null where it is absent, blank or the word "missing". */
    String text(String field) {
        var text = node.path(field).asText("").replace("\0", "").strip();
        return text.isEmpty() || text.equalsIgnoreCase("missing") ? null : text;
    }

    /** Null where it is absent or before 1990, as 0001-01-01 of clocks that were never set. */
    String time() {
        var text = text("datetime");
        var date = text == null ? null : DATE.matcher(text);
        return date != null && date.matches() && Integer.parseInt(date.group(1)) < FIRST_YEAR ? null : text;
    }

    /** A number, or the text as it is where it is none, so that the rules of samples name it. */
    JsonNode number(String field) {
        return number(text(field), BigDecimal.ONE);
    }

    /**
     * A number of another unit.
     *
     * @param factors of the units; the first is meant where none is named
     */
    JsonNode number(String field, String unitField, Map<String, BigDecimal> factors) {
        var value = text(field);
        var unit = text(unitField);
        var factor = unit == null ? BigDecimal.ONE : factors.get(unit.toLowerCase(Locale.ROOT));
        return value != null && factor == null ? NODES.textNode(value + " " + unit) : number(value, factor);
    }

    private static JsonNode number(String text, BigDecimal factor) {
        try {
            return text == null ? null : NODES.numberNode(new BigDecimal(text).multiply(factor));
        } catch (NumberFormatException | ArithmeticException notANumber) {
            return NODES.textNode(text);
        }
    }

    /** Hours as a number, or as the duration (ISO 8601) of older versions of the standard. */
    JsonNode hours(String field) {
        var text = text(field);
        if (text == null || !text.startsWith("P")) {
            return number(field);
        }
        try {
            var seconds = BigDecimal.valueOf(Duration.parse(text).toSeconds());
            return NODES.numberNode(seconds.divide(SECONDS_PER_HOUR, 4, RoundingMode.HALF_UP));
        } catch (DateTimeException unreadable) {
            return NODES.textNode(text);
        }
    }

    /** A truth value (xs:boolean). */
    JsonNode truth(String field) {
        var text = text(field);
        if (text == null) {
            return null;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> NODES.booleanNode(true);
            case "false", "0" -> NODES.booleanNode(false);
            default -> NODES.textNode(text);
        };
    }
}
