package org.quartermaster.catalog.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.quartermaster.catalog.batch.FileRow;
import org.quartermaster.catalog.exchange.FileColumns.Cell;
import org.quartermaster.catalog.text.CleanText;
import org.quartermaster.platform.problem.Problem;

/** Reads the rows of a file as a mapping says; constant memory in any size of file. */
final class Reading implements AutoCloseable {
    private static final int PIECE = 1_000;
    private static final String CLEANED = "cleaned";

    private final SourceTable table;
    private final FileColumns known;
    private final FileMapping mapping;
    /** The columns of the file by the fields that they hold. */
    private final Map<String, String> columns;

    private Reading(SourceTable table, FileColumns known, FileMapping mapping, Map<String, String> columns) {
        this.table = table;
        this.known = known;
        this.mapping = mapping;
        this.columns = columns;
    }

    /** The name that a column is known by. */
    static String column(String header) {
        return header.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "_");
    }

    /** 422 where a column that is needed is missing, or two columns hold one field. */
    static Reading of(SourceTable table, FileColumns known, FileMapping mapping) {
        var columns = new HashMap<String, String>();
        mapping.columns().forEach((field, column) -> {
            if (!table.columns().contains(column)) {
                throw Problem.invalid("", "reference.column_missing", column);
            }
            columns.put(field, column);
        });
        for (var column : new TreeSet<>(table.columns())) {
            var field = columns.containsValue(column) ? null : known.field(column);
            if (field != null && !mapping.columns().containsKey(field)) {
                columns.merge(field, column, (one, other) -> better(known, field, one, other));
            }
        }
        for (var oneOf : known.required()) {
            if (oneOf.stream()
                    .noneMatch(field ->
                            columns.containsKey(field) || mapping.defaults().containsKey(field))) {
                throw Problem.invalid("", "reference.column_missing", oneOf.get(0));
            }
        }
        return new Reading(table, known, mapping, columns);
    }

    /** NB: a column that is called as the field is meant for it; of a key, and of two other names, neither is better. */
    private static String better(FileColumns known, String field, String one, String other) {
        if (known.keys().contains(field) || !one.equals(field) && !other.equals(field)) {
            throw Problem.invalid("", "reference.column_twice", field);
        }
        return field;
    }

    /** The columns of the file that nothing is taken from. */
    List<String> ignored() {
        var ignored = new TreeSet<>(table.columns());
        ignored.removeAll(columns.values());
        return List.copyOf(ignored);
    }

    /** The column of the file that holds a field, or the field where none does. */
    String place(String field) {
        var word = field.endsWith("_id") ? field.substring(0, field.length() - "_id".length()) : field;
        return columns.getOrDefault(field, columns.getOrDefault(word, field));
    }

    /** The next rows behind the given line; none at the end. */
    List<FileRow> next(long behind) {
        var rows = new ArrayList<FileRow>();
        while (rows.size() < PIECE) {
            var row = table.next();
            if (row == null) {
                break;
            }
            if (row.line() > behind) {
                rows.add(read(row));
            }
        }
        return rows;
    }

    private FileRow read(SourceTable.Row row) {
        var cells = JsonNodeFactory.instance.objectNode();
        var notes = new LinkedHashSet<String>();
        var sku = columns.containsKey("sku") ? row.cell(columns.get("sku")) : "";
        for (var field : known.fields()) {
            var column = columns.get(field);
            var raw = column == null ? "" : row.cell(column);
            put(cells, field, text(field, raw, sku), column != null);
            if (isCleaned() && known.cell(field) != Cell.NUMBER && CleanText.hasMarkup(raw)) {
                notes.add(CLEANED);
            }
        }
        return new FileRow(row.line(), cells, List.copyOf(notes));
    }

    private boolean isCleaned() {
        return mapping.clean() == FileMapping.Clean.ALL;
    }

    private String text(String field, String raw, String sku) {
        return raw.isEmpty()
                ? raw
                : known.cell(field).read(raw, sku, isCleaned(), mapping.decimal() == FileMapping.Decimal.COMMA);
    }

    private void put(ObjectNode cells, String field, String text, boolean hasColumn) {
        if (!text.isEmpty()) {
            cells.put(field, text);
        } else if (mapping.defaults().containsKey(field)) {
            cells.put(field, mapping.defaults().get(field));
        } else if (hasColumn && mapping.onEmpty() == FileMapping.OnEmpty.CLEAR) {
            cells.putNull(field);
        }
    }

    @Override
    public void close() {
        table.close();
    }
}
