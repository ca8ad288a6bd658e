package org.quartermaster.platform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Words;

/** Reads single values and says what is wrong with them. */
final class Values {
    private static final int MAX_DIGITS = 40;
    private static final int DATE_LENGTH = 10;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Values() {}

    @FunctionalInterface
    interface Reader<T> {
        T read(JsonNode node);
    }

    /** A wrong value: the code of its message and the arguments. */
    static final class Wrong extends RuntimeException {
        final transient String code;
        final transient Object[] arguments;

        Wrong(String code, Object... arguments) {
            super(code, null, false, false);
            this.code = code;
            this.arguments = arguments;
        }
    }

    static String text(JsonNode node, int min, int max) {
        if (!node.isTextual()) {
            throw new Wrong("type");
        }
        check(node.textValue());
        var text = Normalizer.normalize(node.textValue(), Normalizer.Form.NFC).strip();
        var length = text.codePointCount(0, text.length());
        if (length < min) {
            throw new Wrong("string_too_short", min);
        }
        if (length > max) {
            throw new Wrong("string_too_long", max);
        }
        return text.isEmpty() ? null : text;
    }

    static UUID uuid(JsonNode node) {
        return Ids.parse(node.isTextual() ? node.textValue() : "").orElseThrow(() -> new Wrong("uuid_parsing"));
    }

    static Integer integer(JsonNode node, boolean fromQuery, int min, int max) {
        var value = number(node, fromQuery, "int_parsing");
        if (value.stripTrailingZeros().scale() > 0) {
            throw new Wrong("int_parsing");
        }
        return within(value, BigDecimal.valueOf(min), BigDecimal.valueOf(max)).intValueExact();
    }

    static BigDecimal decimal(JsonNode node, boolean fromQuery, int scale, String min, String max) {
        var value = number(node, fromQuery, "float_parsing");
        return within(value, new BigDecimal(min), new BigDecimal(max)).setScale(scale, RoundingMode.HALF_UP);
    }

    static BigDecimal money(JsonNode node, boolean fromQuery, String max) {
        var value = within(number(node, fromQuery, "float_parsing"), BigDecimal.ZERO, new BigDecimal(max));
        if (value.stripTrailingZeros().scale() > 2) {
            throw new Wrong("decimal_max_places", 2);
        }
        return value.setScale(2);
    }

    private static BigDecimal within(BigDecimal value, BigDecimal min, BigDecimal max) {
        if (value.compareTo(min) < 0) {
            throw new Wrong("greater_than_equal", min.toPlainString());
        }
        if (value.compareTo(max) > 0) {
            throw new Wrong("less_than_equal", max.toPlainString());
        }
        return value;
    }

    private static BigDecimal number(JsonNode node, boolean fromQuery, String code) {
        if (node.isNumber()) {
            return finite(node.decimalValue());
        }
        var text = node.isTextual() ? node.textValue().strip() : "";
        if (List.of("nan", "inf", "infinity")
                .contains(text.toLowerCase(Locale.ROOT).replaceFirst("^[+-]", ""))) {
            throw new Wrong("finite_number");
        }
        if (!fromQuery || !node.isTextual()) {
            throw new Wrong(code);
        }
        try {
            return finite(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            throw new Wrong(code);
        }
    }

    /** NB: 1e999 is a BigDecimal, but no number of ours; and 1e999999999 would fill the memory when rounded. */
    private static BigDecimal finite(BigDecimal value) {
        if (Math.abs((long) value.precision() - value.scale()) > 308) {
            throw new Wrong("finite_number");
        }
        return value.scale() > MAX_DIGITS ? value.setScale(MAX_DIGITS, RoundingMode.HALF_UP) : value;
    }

    static Instant time(JsonNode node) {
        if (!node.isTextual()) {
            throw new Wrong("datetime_parsing");
        }
        try {
            var time = parse(node.textValue().strip()).truncatedTo(ChronoUnit.MICROS);
            if (time.isBefore(FIRST) || time.isAfter(LAST)) {
                throw new Wrong("datetime_parsing");
            }
            return time;
        } catch (DateTimeException unreadable) {
            throw new Wrong("datetime_parsing");
        }
    }

    private static Instant parse(String given) {
        // NB: a '+' of an offset arrives as a blank when a client does not encode it in a query.
        var text = given.replace(' ', given.indexOf('T') > 0 ? '+' : 'T');
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        var offset = text.endsWith("Z") || text.endsWith("z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > 10;
        return offset
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    static LocalDate date(JsonNode node) {
        var text = node.isTextual() ? node.textValue().strip() : "";
        try {
            var day = LocalDate.parse(text);
            if (text.length() == DATE_LENGTH && day.getYear() > 0) {
                return day;
            }
        } catch (DateTimeException unreadable) {
            throw new Wrong("date_parsing");
        }
        throw new Wrong("date_parsing");
    }

    static Boolean bool(JsonNode node, boolean fromQuery) {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        var text = fromQuery ? node.asText() : "";
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new Wrong("bool_parsing");
        };
    }

    static <E extends Enum<E>> E word(JsonNode node, Class<E> type) {
        return Words.find(type, node.isTextual() ? node.textValue() : null)
                .orElseThrow(() -> new Wrong(
                        "enum",
                        Arrays.stream(type.getEnumConstants()).map(Words::of).collect(Collectors.joining(", "))));
    }

    static List<String> texts(JsonNode node, boolean fromQuery) {
        if (node.isNull()) {
            return List.of();
        }
        if (!node.isArray() && !fromQuery) {
            throw new Wrong("type");
        }
        var found = new ArrayList<String>();
        for (var element : node.isArray() ? node : List.of(node)) {
            if (!element.isTextual()) {
                throw new Wrong("type");
            }
            check(element.textValue());
            found.add(element.textValue());
        }
        return found;
    }

    static ObjectNode object(JsonNode node, int maxBytes, int maxDepth) {
        if (!(node instanceof ObjectNode object)) {
            throw new Wrong("type");
        }
        any(object, maxBytes, maxDepth);
        return object;
    }

    static JsonNode any(JsonNode node, int maxBytes, int maxDepth) {
        var text = node.toString();
        if (text.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
            throw new Wrong("too_large", maxBytes);
        }
        if (depth(node) > maxDepth) {
            throw new Wrong("too_deep", maxDepth);
        }
        if (text.contains("\\u0000")) {
            throw new Wrong("nul_character");
        }
        check(text);
        return node;
    }

    /** NB: neither can be stored; half a surrogate pair would silently become a question mark. */
    private static void check(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new Wrong("nul_character");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new Wrong("broken_character");
        }
    }

    private static int depth(JsonNode node) {
        var deepest = 0;
        for (var child : node) {
            deepest = Math.max(deepest, depth(child));
        }
        return node.isContainerNode() ? deepest + 1 : deepest;
    }
}
