package org.quartermaster.equipment.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.quartermaster.platform.list.CsvText;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Json;

/**
 * One cell of a file: what is written comes back the same when it is read.
 * Text that a spreadsheet would take for a formula gets a leading apostrophe, and so does the sign of an emptied cell,
 * and text that already looks like such a guarded one, or its own apostrophe would be lost.
 */
final class Cell {
    /** Clears a value. */
    static final String CLEAR = "\\N";

    private static final Pattern GUARDS = Pattern.compile("^'+");
    private static final Pattern JSON = Pattern.compile("(?s)true|false|null|-?[0-9].*|[\\[{\"].*");

    private Cell() {}

    /** A value of a column as text. */
    static String write(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return needsGuard(text) ? "'" + text : text;
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    static String read(String cell) {
        return cell.startsWith("'") && needsGuard(cell) ? cell.substring(1) : cell;
    }

    private static boolean needsGuard(String text) {
        var bare = GUARDS.matcher(text).replaceFirst("");
        return CsvText.isFormula(bare) || bare.equals(CLEAR);
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
