package org.quartermaster.catalog.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A row of a file.
 *
 * @param line that it begins on
 * @param cells by the names of fields, as texts; null clears a field, and what is not there stays as it is
 * @param notes what was seen while it was read, to be counted
 */
public record FileRow(long line, ObjectNode cells, List<String> notes) {
    /** The text of a field; empty where there is none. */
    public String text(String field) {
        return cells.path(field).asText("");
    }

    /** The number of another row that a field names. */
    public long id(String field) {
        return Long.parseLong(text(field));
    }

    /** The same with cells of its own. */
    public FileRow copy() {
        return new FileRow(line, cells.deepCopy(), notes);
    }

    /** The lines of rows, for a statement. */
    public static Long[] lines(List<FileRow> rows) {
        return rows.stream().map(FileRow::line).toArray(Long[]::new);
    }
}
