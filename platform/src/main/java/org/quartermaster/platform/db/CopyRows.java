package org.quartermaster.platform.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rows in the text form of {@code copy ... from stdin}, on their way to the database. The connection's own buffer is the
 * bounded pipe: whoever writes waits for the server, which works on what it has meanwhile.
 */
public final class CopyRows {
    private static final int BUFFER = 128 * 1024;

    private final ObjectMapper json;
    private final CopyLine line;
    private final String sql;
    private final StringBuilder text = new StringBuilder(BUFFER + 8 * 1024);
    private boolean isLineBegun;

    /** Rows of a statement such as {@code copy t (a, b) from stdin}, one of several that take turns on the line. */
    public CopyRows(CopyLine line, String sql, ObjectMapper json) {
        this.line = line;
        this.sql = sql;
        this.json = json;
    }

    /** Rows of one statement; nothing else runs on the connection before {@link #end}. */
    public CopyRows(Connection connection, String sql, ObjectMapper json) throws SQLException {
        this(new CopyLine(connection), sql, json);
        line.take(sql);
    }

    /** The next value of the row. */
    public CopyRows add(Object value) {
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
    public CopyRows addJson(Object value) {
        return add(value == null ? null : json(value));
    }

    /** The row is complete. */
    public void endRow() throws SQLException {
        text.append('\n');
        isLineBegun = false;
        if (text.length() >= BUFFER) {
            send();
        }
    }

    /** Sends what is not sent yet. */
    public void send() throws SQLException {
        if (text.length() > 0) {
            var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            line.take(sql).writeToCopy(bytes, 0, bytes.length);
            text.setLength(0);
        }
    }

    /** The number of rows that the database took. */
    public long end() throws SQLException {
        send();
        return line.end();
    }

    /** Gives the copy up, so that the connection is free for the rollback. */
    public void cancel() throws SQLException {
        line.cancel();
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
