package org.quartermaster.catalog.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.catalog.product.ImportedOutcome;
import org.quartermaster.catalog.reference.ImportReport;

/** What became of the rows so far; goes with the place that a later run begins at. */
final class ImportCounts {
    private static final int PREVIEW = 20;

    private final ObjectNode json;
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

    void count(ImportedOutcome outcome) {
        add("rows", 1);
        add(word(outcome), 1);
        if (!outcome.isRejected() && !outcome.isUnchanged() && preview.size() < PREVIEW) {
            preview.add(new ImportReport.Preview(outcome.line(), outcome.before(), outcome.after()));
        }
    }

    private static String word(ImportedOutcome outcome) {
        if (outcome.isRejected()) {
            return "rejected";
        }
        if (outcome.isCreated()) {
            return "created";
        }
        return outcome.isUnchanged() ? "unchanged" : "updated";
    }

    ImportReport report(String kind, boolean dryRun) {
        return new ImportReport(
                kind,
                dryRun,
                of("rows"),
                of("created"),
                of("updated"),
                of("unchanged"),
                of("rejected"),
                of("skipped"),
                0,
                dryRun ? List.copyOf(preview) : null);
    }
}
