package org.quartermaster.catalog.rfpreading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.quartermaster.catalog.rfpreading.ReadDocument.Cell;
import org.quartermaster.catalog.rfpreading.ReadDocument.Place;
import org.quartermaster.catalog.rfpreading.ReadDocument.Row;

/** Collects the text and the rows of a document whose file is no text itself. */
final class Draft {
    private final StringBuilder content = new StringBuilder();
    private final List<Row> rows = new ArrayList<>();

    void add(Place place, boolean isApart, boolean isGrid, List<Cell> cells) {
        var filled = cells.stream().filter(cell -> !cell.text().isEmpty()).toList();
        if (filled.isEmpty()) {
            return;
        }
        var start = content.length();
        content.append(filled.stream().map(Cell::text).collect(Collectors.joining("\t")));
        rows.add(new Row(place, start, content.length(), 0, isApart, isGrid, filled));
        content.append('\n');
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    ReadDocument document(FileKind kind) {
        return new ReadDocument(kind, content.toString(), List.copyOf(rows));
    }

    /** One line of white space, without what PostgreSQL cannot hold. */
    static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s\\u00A0]+", " ")
                .replaceAll("\\p{Cs}", "")
                .strip();
    }
}
