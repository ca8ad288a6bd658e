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
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in the text form of {@code copy ... from stdin}, on their way to the database. The connection's own buffer is the
 * bounded pipe: whoever writes waits for the server, which works on what it has meanwhile.
 */
public final class CopyRows {
    private static final int BUFFER = 64 * 1024;

    private final ObjectMapper json;
    private final CopyIn copy;
    private final StringBuilder text = new StringBuilder(BUFFER + 8 * 1024);
    private boolean isLineBegun;

    /** @param sql such as {@code copy t (a, b) from stdin}; nothing else runs on the connection before {@link #end} */
    public CopyRows(Connection connection, String sql, ObjectMapper json) throws SQLException {
        this.json = json;
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
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

    /** The number of rows that the database took. */
    public long end() throws SQLException {
        send();
        return copy.endCopy();
    }

    /** Gives the copy up, so that the connection is free for the rollback. */
    public void cancel() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void send() throws SQLException {
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
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

    private void escape(String value) {
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
