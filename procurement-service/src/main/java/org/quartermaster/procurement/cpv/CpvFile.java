package org.quartermaster.procurement.cpv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.quartermaster.platform.job.JobError;
import org.quartermaster.platform.problem.Problem;

/**
 * A file of codes with their labels.
 *
 * @param rows by code; of a code that comes twice the last
 * @param read how many rows there were
 */
record CpvFile(Map<String, Row> rows, long read) {
    private static final String CODE = "[0-9]{8}-[0-9]";
    private static final String LANGUAGE = "[a-z]{2,3}";
    private static final int MOST_CHARACTERS = 2_000;
    private static final int SHOWN = 60;

    /**
     * A code, on which line it stands, and its labels by language.
     */
    record Row(long line, Cpv code, Map<String, String> labels) {}

    /**
     * Reads a file.
     *
     * @param language of the column {@code description}
     * @param errors is told of each row that is no code with a label
     */
    static CpvFile read(InputStream in, String language, Consumer<JobError> errors) throws IOException {
        var text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        text.mark(1 << 13);
        var first = text.readLine();
        text.reset();
        var separator = first != null && first.contains(";") ? ';' : ',';
        var rows = new LinkedHashMap<String, Row>();
        List<String> columns = null;
        var read = 0L;
        try (var csv = CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text)) {
            for (var cells : csv) {
                if (columns == null) {
                    columns = columns(cells, language);
                    if (!isCode(cells)) {
                        continue;
                    }
                }
                read++;
                row(cells, columns, errors).ifPresent(row -> rows.put(row.code.given(), row));
            }
        }
        return new CpvFile(rows, read);
    }

    private static boolean isCode(CsvRecord cells) {
        return plain(cells, 0).matches(CODE);
    }

    /** The language of each column after the code. */
    private static List<String> columns(CsvRecord header, String language) {
        if (isCode(header)) {
            return List.of(language);
        }
        var columns = new ArrayList<String>();
        for (var i = 1; i < header.getFieldCount(); i++) {
            var name = plain(header, i).toLowerCase(Locale.ROOT);
            columns.add(name.equals("description") ? language : name);
        }
        if (columns.isEmpty() || !columns.stream().allMatch(column -> column.matches(LANGUAGE))) {
            throw Problem.invalid("header", "malformed_row", 1, String.join(";", header.getFields()));
        }
        return columns;
    }

    private static Optional<Row> row(CsvRecord cells, List<String> columns, Consumer<JobError> errors) {
        var labels = new LinkedHashMap<String, String>();
        for (var i = 0; i < columns.size() && i + 1 < cells.getFieldCount(); i++) {
            var label = plain(cells, i + 1);
            if (!label.isEmpty()) {
                labels.put(columns.get(i), label);
            }
        }
        var line = cells.getStartingLineNumber();
        var isFine = labels.values().stream().allMatch(label -> label.length() <= MOST_CHARACTERS);
        if (!isCode(cells) || labels.isEmpty() || !isFine) {
            var found = String.join(";", cells.getFields());
            errors.accept(JobError.of(
                    line, "code", "malformed_row", line, found.substring(0, Math.min(SHOWN, found.length()))));
            return Optional.empty();
        }
        return Cpv.parse(plain(cells, 0)).map(code -> new Row(line, code, labels));
    }

    /** NB: of the first cell the byte order mark too. */
    private static String plain(CsvRecord cells, int column) {
        return cells.getField(column).replace("\uFEFF", "").replace("\0", "").strip();
    }
}
