package org.quartermaster.catalog.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.quartermaster.platform.list.CsvText;

/** Rows as CSV (RFC 4180); unknown is empty. */
final class CsvExport implements ExportFile {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?");

    private final OutputStream output;
    private final boolean isRaw;

    /** @param isRaw whether text that a spreadsheet would run stays as it is */
    CsvExport(OutputStream output, List<String> names, boolean isRaw) throws IOException {
        this.output = output;
        this.isRaw = isRaw;
        lines(List.of(names));
    }

    @Override
    public void write(List<List<Object>> rows) throws IOException {
        lines(rows.stream()
                .map(row -> row.stream().map(value -> cell(value, isRaw)).toList())
                .toList());
    }

    static String cell(Object value, boolean isRaw) {
        var text = text(value);
        return isRaw || NUMBER.matcher(text).matches() ? text : CsvText.guarded(text);
    }

    /** A value as text; empty for null. */
    static String text(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private void lines(List<List<String>> records) throws IOException {
        output.write(CsvText.lines(records).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void end() {}
}
