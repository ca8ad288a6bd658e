package org.quartermaster.catalog.reference;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.quartermaster.platform.rest.Fields;

/**
 * What the client wants of an import.
 *
 * @param dryRun nothing is written
 * @param atomic nothing is written when a row is rejected
 * @param full what the file lacks is gone
 * @param release name of the edition that the file holds, or null
 */
public record ImportOptions(boolean dryRun, boolean atomic, boolean full, String release) {
    private static final int MAX_RELEASE = 64;

    static ImportOptions read(Fields fields) {
        return new ImportOptions(
                fields.bool("dry_run").or(false),
                fields.bool("atomic").or(false),
                fields.bool("full").or(false),
                fields.text("release", 0, MAX_RELEASE).value());
    }

    static ImportOptions of(ObjectNode parameters) {
        return new ImportOptions(
                parameters.path("dry_run").booleanValue(),
                parameters.path("atomic").booleanValue(),
                parameters.path("full").booleanValue(),
                parameters.path("release").textValue());
    }

    ObjectNode parameters() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("dry_run", dryRun)
                .put("atomic", atomic)
                .put("full", full)
                .put("release", release);
    }
}
