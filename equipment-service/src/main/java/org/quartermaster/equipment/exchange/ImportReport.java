package org.quartermaster.equipment.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.quartermaster.platform.db.Words;

/**
 * What became of a file.
 *
 * @param read rows of the file, without its header
 * @param created machines that are new, or would be in a dry run; likewise the next two
 * @param failed rows that were wrong
 */
record ImportReport(ImportSettings settings, long read, long created, long updated, long unchanged, long failed) {

    static ImportReport of(ImportSettings settings, ObjectNode counts) {
        return new ImportReport(
                settings,
                counts.path("read").longValue(),
                counts.path("created").longValue(),
                counts.path("updated").longValue(),
                counts.path("unchanged").longValue(),
                counts.path("failed").longValue());
    }

    /** The report where nothing was written. */
    ImportReport withoutEffect() {
        return new ImportReport(settings, read, 0, 0, 0, failed);
    }

    boolean changed() {
        return created + updated > 0;
    }

    ObjectNode counts() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("read", read)
                .put("created", created)
                .put("updated", updated)
                .put("unchanged", unchanged)
                .put("failed", failed);
    }

    ObjectNode json() {
        return counts().put("mode", Words.of(settings.mode()))
                .put("dry_run", settings.dryRun())
                .put("on_error", Words.of(settings.onError()));
    }
}
