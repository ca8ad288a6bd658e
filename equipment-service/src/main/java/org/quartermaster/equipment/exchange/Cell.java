package org.quartermaster.equipment.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Json;

/**
 * One cell of a file: what is written comes back the same when it is read.
 * Text that a spreadsheet would take for a formula gets a leading apostrophe (OWASP, CSV injection), and so does text
 * that already looks like such a guarded one, or the sign of an emptied cell would be lost.
 */
final class Cell {
    /** Clears a value. */
    static final String CLEAR = "\\N";

    private static final Pattern TO_GUARD = Pattern.compile("(?s)'*(?:[=+\\-@].*|\\\\N)");
    private static final Pattern GUARDED = Pattern.compile("(?s)'+(?:[=+\\-@].*|\\\\N)");
    private static final Pattern JSON = Pattern.compile("(?s)true|false|null|-?[0-9].*|[\\[{\"].*");

    private Cell() {}

    /** A value of a column as text. */
    static String write(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return TO_GUARD.matcher(text).matches() ? "'" + text : text;
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    static String read(String cell) {
        return GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    /** A value of the metadata: text as it is unless it would be read as JSON, the rest as JSON. */
    static String writeJson(JsonNode value) {
        if (value == null) {
            return "";
        }
        return value.isTextual() && !isJson(value.textValue()) ? write(value.textValue()) : value.toString();
    }

    static JsonNode readJson(String cell) {
        var parsed = parse(cell);
        return parsed == null ? TextNode.valueOf(read(cell)) : parsed;
    }

    /** NB: an empty cell leaves a value as it is, so empty text needs its quotes. */
    private static boolean isJson(String text) {
        return text.isEmpty() || parse(text) != null;
    }

    private static JsonNode parse(String text) {
        if (!JSON.matcher(text).matches()) {
            return null;
        }
        try {
            return Json.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (Problem notJson) {
            return null;
        }
    }
}
