package org.quartermaster.catalog.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quartermaster.catalog.batch.RowOutcome;
import org.quartermaster.catalog.reference.ImportReport;
import org.quartermaster.platform.db.Words;

/** What became of the rows so far; goes with the place that a later run begins at. */
final class ImportCounts {
    private static final int PREVIEW = 20;
    private static final String NOTES = "notes";

    private ObjectNode json;
    private final List<ImportReport.Preview> preview = new ArrayList<>();

    /** @param place that was remembered, or null */
    ImportCounts(ObjectNode place) {
        this.json = place == null ? JsonNodeFactory.instance.objectNode() : place.deepCopy();
    }

    long of(String name) {
        return json.path(name).longValue();
    }

    void add(String name, long more) {
        json.put(name, of(name) + more);
    }

    /** The line of the last row that was counted. */
    void reached(long line) {
        json.put("line", line);
    }

    ObjectNode place() {
        return json.deepCopy();
    }

    /** Takes over what another has counted beyond this one. */
    void become(ImportCounts further) {
        json = further.place();
    }

    void count(RowOutcome outcome) {
        add("rows", 1);
        add(Words.of(outcome.state()), 1);
        outcome.notes().forEach(this::note);
        if (outcome.isWritten() && preview.size() < PREVIEW) {
            preview.add(new ImportReport.Preview(outcome.line(), outcome.before(), outcome.after()));
        }
    }

    /** Counts something that was seen. */
    void note(String note) {
        var notes = json.withObject("/" + NOTES);
        notes.put(note, notes.path(note).longValue() + 1);
    }

    /** What was seen, and how often. */
    Map<String, Long> notes() {
        var notes = new TreeMap<String, Long>();
        json.path(NOTES)
                .properties()
                .forEach(note -> notes.put(note.getKey(), note.getValue().longValue()));
        return notes;
    }

    /** The first rows that were written, or would have been. */
    List<ImportReport.Preview> preview() {
        return List.copyOf(preview);
    }
}
