package org.quartermaster.catalog.safetyreference;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.catalog.reference.ReferenceRow;
import org.quartermaster.catalog.reference.ReferenceTable;
import org.quartermaster.catalog.reference.Tally;
import org.quartermaster.catalog.safetyreference.AnsiTable.Described;
import org.quartermaster.catalog.safetyreference.AnsiTable.Kept;

/** The rows of a file of consensus standards that can be taken: no family with two current editions. */
final class AnsiFile {
    private static final String[] STANDARD = {"designation", "standard"};
    private static final String[] STATUS = {"status", "edition_status"};
    private static final String WITHDRAWN = "withdrawn";

    private final Map<String, Kept> known;
    private final Tally<Kept> tally;
    private final Map<String, Described> descriptions = new LinkedHashMap<>();

    AnsiFile(Map<String, Kept> known, Tally<Kept> tally) {
        this.known = known;
        this.tally = tally;
    }

    private record Found(long line, Kept row) {}

    void read(InputStream input) throws IOException {
        var found = new ArrayList<Found>();
        try (var table = ReferenceTable.open(input)
                .require(STANDARD)
                .require("family")
                .require("edition")
                .require(STATUS)
                .require("title")) {
            for (var row = table.next(); row != null; row = table.next()) {
                read(row, found);
            }
        }
        take(found);
    }

    private void read(ReferenceRow row, List<Found> found) {
        var cells = new Cells<>(row, tally);
        var standard = cells.required(SafetyFields.CODE, STANDARD);
        var kept = new Kept(
                standard,
                cells.required(SafetyFields.CODE, "family"),
                cells.required(SafetyFields.CODE, "edition"),
                status(cells),
                cells.required(SafetyFields.CODE, "body"),
                cells.required(SafetyFields.NAME, "title"),
                cells.required(SafetyFields.CODE, "standard_type"),
                cells.parts(SafetyFields.NAME, "cited_by"));
        if (cells.areFine()) {
            found.add(new Found(row.line(), kept));
            descriptions.putIfAbsent(standard, new Described(standard, description(row, kept.title())));
        }
    }

    /** NB: an edition that is withdrawn and still cited is withdrawn. */
    private static String status(Cells<Kept> cells) {
        var status = cells.required(SafetyFields.CODE, STATUS);
        if (status != null && status.startsWith(WITHDRAWN)) {
            return WITHDRAWN;
        }
        if (status != null && !status.equals("current") && !status.equals("superseded")) {
            cells.reject(STATUS[0], "enum", "current, superseded, withdrawn");
        }
        return status;
    }

    private static String description(ReferenceRow row, String title) {
        var note = row.text("note");
        var isUnsure = "general-knowledge".equals(row.text("fact_status"));
        return (note == null ? title : note) + (isUnsure ? ". Not checked: verify before relying on it." : "");
    }

    private void take(List<Found> found) {
        var current = current(found);
        for (var one : found) {
            var row = one.row();
            var holder = row.isCurrent() ? current.get(row.family()) : row.standard();
            if (row.standard().equals(holder)) {
                tally.take(one.line(), row.standard(), row);
            } else {
                tally.reject(one.line(), STATUS[0], "duplicate", holder);
            }
        }
    }

    /** The current edition of each family: one that stays as it is, else the first of the file. */
    private Map<String, String> current(List<Found> found) {
        var rows = new HashMap<>(known);
        found.forEach(one -> rows.remove(one.row().standard()));
        var current = new HashMap<String, String>();
        rows.values().stream().filter(Kept::isCurrent).forEach(row -> current.put(row.family(), row.standard()));
        found.stream()
                .map(Found::row)
                .filter(Kept::isCurrent)
                .forEach(row -> current.putIfAbsent(row.family(), row.standard()));
        return current;
    }

    Collection<Described> descriptions() {
        return descriptions.values();
    }
}
