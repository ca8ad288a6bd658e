package org.quartermaster.catalog.export;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.data.Numeric;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.quartermaster.platform.rest.Json;

/**
 * Rows of an export, few enough to be held in memory.
 *
 * @param last the number of the last of them
 */
record ExportPiece(List<List<Object>> values, long last) {

    static String select(ExportSource source) {
        return source.columns().stream()
                .map(column -> column.sql() + " as " + column.name())
                .collect(Collectors.joining(", ", source.key() + " as export_key, ", ""));
    }

    static ExportPiece of(RowSet<Row> found, List<ExportColumn> columns) {
        var values = new ArrayList<List<Object>>();
        var last = 0L;
        for (var row : found) {
            last = row.getLong("export_key");
            values.add(values(row, columns));
        }
        return new ExportPiece(values, last);
    }

    private static List<Object> values(Row row, List<ExportColumn> columns) {
        var values = new ArrayList<>();
        for (var i = 0; i < columns.size(); i++) {
            var value = row.getValue(i + 1);
            values.add(columns.get(i).isJson() ? Json.stored((String) value) : plain(value));
        }
        return values;
    }

    private static Object plain(Object value) {
        if (value instanceof Numeric number) {
            return number.bigDecimalValue();
        }
        return value instanceof OffsetDateTime time ? time.toInstant().toString() : value;
    }
}
