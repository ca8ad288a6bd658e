package org.quartermaster.catalog.rfpreading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quartermaster.catalog.rfpreading.ReadDocument.Cell;
import org.quartermaster.catalog.rfpreading.ReadDocument.Place;
import org.quartermaster.catalog.rfpreading.ReadDocument.Row;

/** Reads separated values and keeps where each row stands; a text is CSV when such a separator gives a known header. */
final class CsvTable {
    private static final String SEPARATORS = ",;\t|";
    private static final int HEADER_WITHIN = 30;
    private static final Pattern BARS = Pattern.compile("(?m)^\\s*\\|");

    private final String text;
    private final char separator;
    private final List<Row> rows = new ArrayList<>();
    private List<Cell> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean isQuoted;
    private int start;
    private int counted;
    private int line = 1;

    private CsvTable(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    static Optional<ReadDocument> read(String text) {
        for (var separator : SEPARATORS.toCharArray()) {
            // NB: a Markdown table starts its lines with a bar, which would be an empty first column.
            if (text.indexOf(separator) < 0
                    || separator == '|' && BARS.matcher(text).find()) {
                continue;
            }
            var rows = new CsvTable(text, separator).rows();
            if (rows.stream().limit(HEADER_WITHIN).anyMatch(row -> Header.of(row)
                    .isPresent())) {
                return Optional.of(new ReadDocument(FileKind.CSV, text, rows));
            }
        }
        return Optional.empty();
    }

    private List<Row> rows() {
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter == '"' && isQuoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(letter);
                i++;
            } else if (letter == '"' && (isQuoted || cell.toString().isBlank())) {
                isQuoted = !isQuoted;
            } else if (!isQuoted && letter == separator) {
                endCell();
            } else if (!isQuoted && (letter == '\n' || letter == '\r')) {
                endRow(i);
            } else {
                cell.append(letter);
            }
        }
        endRow(text.length());
        return List.copyOf(rows);
    }

    private void endCell() {
        cells.add(new Cell(cells.size(), cells.size() + 0.9, Draft.clean(cell.toString()), false));
        cell.setLength(0);
    }

    private void endRow(int end) {
        endCell();
        var filled = cells.stream().filter(one -> !one.text().isEmpty()).toList();
        if (!filled.isEmpty()) {
            line += newLines(counted, start);
            counted = start;
            rows.add(new Row(new Place(null, null, line), start, end, 0, false, true, filled));
        }
        cells = new ArrayList<>();
        start = end + 1;
    }

    private int newLines(int from, int to) {
        var found = 0;
        for (var i = from; i < to; i++) {
            found += text.charAt(i) == '\n' ? 1 : 0;
        }
        return found;
    }
}
