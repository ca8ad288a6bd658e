package org.quartermaster.catalog.reference;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Map;

/** A row of a reference list. */
public final class ReferenceRow {
    private static final int LONGEST_NUMBER = 20;

    private final CsvRecord record;
    private final Map<String, Integer> columns;

    ReferenceRow(CsvRecord record, Map<String, Integer> columns) {
        this.record = record;
        this.columns = columns;
    }

    /** The line that it begins on; the first is 1. */
    public long line() {
        return record.getStartingLineNumber();
    }

    /** The cell of the first of the columns that has one, without what cannot be seen; null where all are empty. */
    public String text(String... names) {
        for (var name : names) {
            var column = columns.get(name);
            if (column != null && column < record.getFieldCount()) {
                var text = Normalizer.normalize(record.getField(column), Normalizer.Form.NFC)
                        .replaceAll("[\\p{Cc}\\s]+", " ")
                        .strip();
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return null;
    }

    /** The cell as it is written; empty where the row is shorter or there is no such column. */
    public String raw(String name) {
        var column = columns.get(name);
        return column != null && column < record.getFieldCount() ? record.getField(column) : "";
    }

    /** The cell as a decimal number; null where it is empty or none. */
    public BigDecimal number(String... names) {
        var text = text(names);
        try {
            return text == null || text.length() > LONGEST_NUMBER ? null : new BigDecimal(text);
        } catch (NumberFormatException word) {
            return null;
        }
    }

    /** The cell as a whole number from 0 on; the other one where it is empty or no such number. */
    public int count(int otherwise, String... names) {
        var text = text(names);
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : otherwise;
    }
}
