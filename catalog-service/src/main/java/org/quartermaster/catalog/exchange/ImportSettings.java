package org.quartermaster.catalog.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.quartermaster.platform.rest.Fields;

/**
 * How a file is to be imported.
 *
 * @param dryRun nothing is written
 * @param atomic nothing is written when a row is rejected
 */
record ImportSettings(boolean dryRun, boolean atomic) {
    static ImportSettings read(Fields fields) {
        return new ImportSettings(
                fields.bool("dry_run").or(false), fields.bool("atomic").or(false));
    }

    static ImportSettings of(ObjectNode parameters) {
        return new ImportSettings(
                parameters.path("dry_run").booleanValue(),
                parameters.path("atomic").booleanValue());
    }

    ObjectNode parameters() {
        return JsonNodeFactory.instance.objectNode().put("dry_run", dryRun).put("atomic", atomic);
    }
}
