package org.quartermaster.equipment.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.quartermaster.equipment.machine.MachineRow;
import org.quartermaster.platform.job.JobError;

/** Reads records by the header of their file. */
final class RowReader {
    private final List<String> columns;

    private RowReader(List<String> columns) {
        this.columns = columns;
    }

    /** A reader for the columns of the header; what is wrong with it is added to the errors. */
    static RowReader of(CsvRecord header, ImportSettings.Mode mode, List<JobError> errors) {
        var columns = header.getFields().stream().map(RowReader::name).toList();
        var line = header.getStartingLineNumber();
        var seen = new HashSet<String>();
        for (var column : columns) {
            if (!Columns.isKnown(column)) {
                errors.add(JobError.of(line, shortened(column), "unknown_field"));
            } else if (!seen.add(column)) {
                errors.add(JobError.of(line, column, "duplicate", column));
            }
        }
        var needed = mode == ImportSettings.Mode.CREATE ? List.of("name", "equipment_type") : List.<String>of();
        needed.stream()
                .filter(column -> !columns.contains(column))
                .forEach(column -> errors.add(JobError.of(line, column, "missing")));
        return new RowReader(columns);
    }

    /** NB: a key of the metadata may end in a blank. */
    private static String name(String column) {
        return column.startsWith(Columns.METADATA) ? column : column.strip();
    }

    /** NB: a file that is no table at all may have a whole page as its first column. */
    private static String shortened(String column) {
        return column.length() > 100 ? column.substring(0, 100) : column;
    }

    /** The row of a record; null where it cannot be read, with the reasons among the errors. */
    MachineRow read(CsvRecord cells, List<JobError> errors) {
        var line = cells.getStartingLineNumber();
        if (cells.getFieldCount() != columns.size()) {
            errors.add(JobError.of(line, null, "column_count", columns.size(), cells.getFieldCount()));
            return null;
        }
        var row = new MachineRow(
                line,
                null,
                JsonNodeFactory.instance.objectNode(),
                JsonNodeFactory.instance.objectNode(),
                new ArrayList<>());
        var readable = true;
        for (var i = 0; i < columns.size(); i++) {
            var cell = cells.getField(i);
            if (cell.indexOf(CsvFile.UNREADABLE) >= 0) {
                errors.add(JobError.of(line, columns.get(i), "not_utf_8"));
                readable = false;
            } else if (!cell.isBlank()) {
                put(row, columns.get(i), cell);
            }
        }
        return readable ? row : null;
    }

    private static void put(MachineRow row, String column, String cell) {
        var clears = cell.strip().equals(Cell.CLEAR);
        if (column.startsWith(Columns.METADATA)) {
            var key = column.substring(Columns.METADATA.length());
            if (clears) {
                row.cleared().add(key);
            } else {
                row.metadata().set(key, Cell.readJson(cell));
            }
        } else {
            row.values().put(column, clears ? null : Cell.read(cell));
        }
    }
}
