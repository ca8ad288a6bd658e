package org.quartermaster.procurement.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Json;

/** What a setting holds. A value is given as JSON of its type, or as the text of it; it is kept as text. */
public enum ValueType {
    STRING,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    DURATION,
    JSON;

    private static final int MAX_DIGITS = 100;

    /** A value that is none of the type: the code of its message. */
    private static final class Wrong extends Exception {
        private final String code;

        Wrong(String code) {
            super(code);
            this.code = code;
        }
    }

    /** The text of a value. */
    private String text(JsonNode value) throws Wrong {
        return switch (this) {
            case STRING -> plain(value, "type");
            case INTEGER -> integer(value);
            case DECIMAL -> number(value, "float_parsing").toPlainString();
            case BOOLEAN -> flag(value);
            case DURATION -> duration(plain(value, "duration_parsing")).toString();
            case JSON -> json(value);
        };
    }

    /** As comparators do; of numbers and durations, which alone have bounds. */
    private int compare(String one, String other) {
        return this == DURATION
                ? Duration.parse(one).compareTo(Duration.parse(other))
                : new BigDecimal(one).compareTo(new BigDecimal(other));
    }

    private static String plain(JsonNode value, String code) throws Wrong {
        if (!value.isTextual()) {
            throw new Wrong(code);
        }
        return value.textValue();
    }

    private static String integer(JsonNode value) throws Wrong {
        var number = number(value, "int_parsing");
        try {
            return Integer.toString(number.intValueExact());
        } catch (ArithmeticException broken) {
            throw new Wrong("int_parsing");
        }
    }

    /** NB: 1e999999999 would fill the memory when it is written out. */
    private static BigDecimal number(JsonNode value, String code) throws Wrong {
        try {
            var number = value.isNumber()
                    ? value.decimalValue()
                    : new BigDecimal(plain(value, code).strip());
            if (Math.abs((long) number.scale()) + number.precision() <= MAX_DIGITS) {
                return number;
            }
        } catch (NumberFormatException unreadable) {
            throw new Wrong(code);
        }
        throw new Wrong(code);
    }

    private static String flag(JsonNode value) throws Wrong {
        var text = value.isBoolean() ? value.asText() : plain(value, "bool_parsing");
        if (!Set.of("true", "false").contains(text)) {
            throw new Wrong("bool_parsing");
        }
        return text;
    }

    private static Duration duration(String text) throws Wrong {
        try {
            var duration = Duration.parse(text);
            if (duration.compareTo(Duration.ofSeconds(1)) >= 0) {
                return duration;
            }
        } catch (DateTimeParseException unreadable) {
            throw new Wrong("duration_parsing");
        }
        throw new Wrong("duration_parsing");
    }

    private static String json(JsonNode value) throws Wrong {
        if (!value.isTextual()) {
            return value.toString();
        }
        try {
            return Json.stored(value.textValue()).toString();
        } catch (IllegalStateException broken) {
            throw new Wrong("json_parsing");
        }
    }

    /** The value as JSON of its type; null stays null. */
    public JsonNode shown(String text) {
        return switch (this) {
            case STRING, DURATION -> text == null ? null : TextNode.valueOf(text);
            default -> Json.stored(text);
        };
    }

    /**
     * The text of a value; 422 where it is none of the type, or outside the bounds.
     *
     * @param min smallest value, or null
     * @param max greatest value, or null
     */
    public String read(String field, JsonNode value, String min, String max) {
        try {
            var text = text(value);
            if (min != null && compare(text, min) < 0) {
                throw Problem.invalid(field, "greater_than_equal", min);
            }
            if (max != null && compare(text, max) > 0) {
                throw Problem.invalid(field, "less_than_equal", max);
            }
            return text;
        } catch (Wrong wrong) {
            throw Problem.invalid(field, wrong.code);
        }
    }
}
