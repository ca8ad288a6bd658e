package org.quartermaster.platform.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import org.quartermaster.platform.security.Sha256;

/**
 * The one text of a JSON value, for hashing (RFC 8785), with a difference: a number keeps all its digits instead of
 * becoming a double. 1.50 and 1.5 are one value and have one text; where a double holds the number, it is the text of
 * RFC 8785.
 */
public final class CanonicalJson {
    private static final int PLAIN_DIGITS = 21;
    private static final int PLAIN_ZEROS = -6;

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /** The text of a value; members stand in the order of their names. */
    public static String of(JsonNode value) {
        var canonical = new CanonicalJson();
        canonical.write(value);
        return canonical.out.toString();
    }

    /** SHA-256 of the canonical text, as 64 hexadecimal digits. */
    public static String hash(JsonNode value) {
        return Sha256.hex(of(value));
    }

    private void write(JsonNode value) {
        if (value.isObject()) {
            writeObject(value);
        } else if (value.isArray()) {
            writeArray(value);
        } else if (value.isTextual()) {
            writeText(value.textValue());
        } else {
            out.append(value.isNumber() ? number(value.decimalValue()) : value.asText());
        }
    }

    private void writeObject(JsonNode object) {
        var keys = new ArrayList<String>(object.size());
        object.fieldNames().forEachRemaining(keys::add);
        Collections.sort(keys);
        var separator = '{';
        for (var key : keys) {
            out.append(separator);
            writeText(key);
            out.append(':');
            write(object.get(key));
            separator = ',';
        }
        out.append(keys.isEmpty() ? "{}" : "}");
    }

    private void writeArray(JsonNode array) {
        out.append('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(array.get(i));
        }
        out.append(']');
    }

    private void writeText(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            writeCharacter(text.charAt(i));
        }
        out.append('"');
    }

    private void writeCharacter(char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < ' ') {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }

    /** The number as ECMAScript writes it (Number::toString), with as many digits as it has. */
    public static String number(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        var stripped = value.stripTrailingZeros();
        var digits = stripped.unscaledValue().abs().toString();
        var sign = value.signum() < 0 ? "-" : "";
        long point = (long) digits.length() - stripped.scale();
        return sign
                + (point > PLAIN_ZEROS && point <= PLAIN_DIGITS
                        ? plain(digits, (int) point)
                        : exponential(digits, point));
    }

    private static String plain(String digits, int point) {
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        return digits.length() <= point
                ? digits + "0".repeat(point - digits.length())
                : digits.substring(0, point) + "." + digits.substring(point);
    }

    private static String exponential(String digits, long point) {
        var exponent = point - 1;
        var mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }
}
