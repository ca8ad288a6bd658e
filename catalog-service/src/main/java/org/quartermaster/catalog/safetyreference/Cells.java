package org.quartermaster.catalog.safetyreference;

import java.util.Arrays;
import java.util.List;
import org.quartermaster.catalog.reference.ReferenceRow;
import org.quartermaster.catalog.reference.Tally;

/** Reads the cells of one row; the first that is wrong rejects the row. */
final class Cells<R> {
    private final ReferenceRow row;
    private final Tally<R> tally;
    private boolean rejected;

    Cells(ReferenceRow row, Tally<R> tally) {
        this.row = row;
        this.tally = tally;
    }

    boolean areFine() {
        return !rejected;
    }

    void reject(String column, String code, Object... arguments) {
        if (!rejected) {
            rejected = true;
            tally.reject(row.line(), column, code, arguments);
        }
    }

    /** The cell of the first of the columns that has one; null where all are empty. */
    String text(int max, String... columns) {
        var text = row.text(columns);
        if (text != null && text.length() > max) {
            reject(columns[0], "string_too_long", max);
        }
        return text;
    }

    /** As above, where one has to have a text. */
    String required(int max, String... columns) {
        var text = text(max, columns);
        if (text == null) {
            reject(columns[0], "missing");
        }
        return text;
    }

    /** The parts of a cell between semicolons, each once. */
    List<String> parts(int max, String... columns) {
        var text = row.text(columns);
        if (text == null) {
            return List.of();
        }
        var parts = Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
        if (parts.stream().anyMatch(part -> part.length() > max)) {
            reject(columns[0], "string_too_long", max);
        }
        return parts;
    }

    /** A whole number from 1 to 5; 0 where it is none. */
    int rating(String... columns) {
        var text = row.text(columns);
        if (text == null || !text.matches("[1-5]")) {
            reject(columns[0], text == null ? "missing" : "hazard.rating");
            return 0;
        }
        return Integer.parseInt(text);
    }
}
