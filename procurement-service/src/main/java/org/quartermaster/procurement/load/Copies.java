package org.quartermaster.procurement.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.quartermaster.platform.db.CopyLine;
import org.quartermaster.platform.db.CopyRows;

/** Sends the rows of one batch to its tables; a table without rows costs no statement. */
final class Copies {
    private final CopyLine line;
    private final ObjectMapper json;
    private final Set<String> filled = new HashSet<>();

    Copies(Connection connection, ObjectMapper json) {
        this.line = new CopyLine(connection);
        this.json = json;
    }

    /** Writes the rows of one item. */
    @FunctionalInterface
    interface Writer<T> {
        void write(CopyRows rows, T item) throws SQLException;
    }

    <T> void copy(String table, String columns, Collection<T> items, Writer<T> writer) throws SQLException {
        var rows = new CopyRows(line, "copy " + table + " (" + columns + ") from stdin", json);
        for (var item : items) {
            writer.write(rows, item);
        }
        if (rows.end() > 0) {
            filled.add(table);
        }
    }

    /** The tables that have rows. */
    Set<String> filled() {
        return filled;
    }
}
