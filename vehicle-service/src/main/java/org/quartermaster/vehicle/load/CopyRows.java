package org.quartermaster.vehicle.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rows in the text form of {@code copy ... from stdin}, on their way to the database. The connection's own buffer is the
 * bounded pipe: whoever writes waits for the server, which works on what it has meanwhile.
 */
final class CopyRows {
    private static final int BUFFER = 128 * 1024;

    private final ObjectMapper json;
    private final CopyLine line;
    private final String sql;
    private final StringBuilder text = new StringBuilder(BUFFER + 8 * 1024);
    private boolean isLineBegun;

    CopyRows(CopyLine line, String sql, ObjectMapper json) {
        this.line = line;
        this.sql = sql;
        this.json = json;
    }

    /** The next value of the row. */
    CopyRows add(Object value) {
        if (isLineBegun) {
            text.append('\t');
        }
        isLineBegun = true;
        if (value == null) {
            text.append("\\N");
        } else {
            escape(written(value));
        }
        return this;
    }

    /** The next value of the row, as a JSON document. */
    CopyRows addJson(Object value) {
        return add(value == null ? null : json(value));
    }

    void endRow() throws SQLException {
        text.append('\n');
        isLineBegun = false;
        if (text.length() >= BUFFER) {
            send();
        }
    }

    /** Sends what is not sent yet. */
    void send() throws SQLException {
        if (text.length() > 0) {
            var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            line.take(sql).writeToCopy(bytes, 0, bytes.length);
            text.setLength(0);
        }
    }

    private String written(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Map<?, ?>) {
            return json(value);
        }
        if (value instanceof Collection<?> elements) {
            return elements.stream()
                    .map(element ->
                            '"' + element.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return value.toString();
    }

    private String json(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** NB: nearly no value has anything to escape, and to append all of it at once is many times as fast. */
    private void escape(String value) {
        var done = 0;
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c == '\\' || c < ' ' && (c == '\t' || c == '\n' || c == '\r')) {
                text.append(value, done, i).append('\\').append(letter(c));
                done = i + 1;
            }
        }
        text.append(value, done, value.length());
    }

    private static char letter(char c) {
        return switch (c) {
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            default -> c;
        };
    }
}
