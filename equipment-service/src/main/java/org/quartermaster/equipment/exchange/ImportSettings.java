package org.quartermaster.equipment.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Fields;

/**
 * What somebody who imports a file wants.
 *
 * @param dryRun true to hear what would become of the rows, and write nothing
 */
record ImportSettings(Mode mode, boolean dryRun, OnError onError) {
    /** Which machines rows mean. */
    enum Mode {
        /** Every row is a new machine. */
        CREATE,
        /** A row with a known id, else with a known serial number, changes that machine; another is a new one. */
        UPSERT
    }

    /** What a wrong row does to the others. */
    enum OnError {
        /** Nothing is written. */
        STOP,
        /** The others are written. */
        SKIP
    }

    static ImportSettings read(Fields fields) {
        return new ImportSettings(
                fields.word("mode", Mode.class).or(Mode.CREATE),
                fields.bool("dry_run").or(false),
                fields.word("on_error", OnError.class).or(OnError.STOP));
    }

    static ImportSettings read(ObjectNode parameters) {
        return read(Fields.ofJson(parameters, Fields.Nulls.IGNORED));
    }

    ObjectNode parameters() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("mode", Words.of(mode))
                .put("dry_run", dryRun)
                .put("on_error", Words.of(onError));
    }
}
