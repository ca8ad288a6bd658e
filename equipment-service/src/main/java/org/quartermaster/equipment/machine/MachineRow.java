package org.quartermaster.equipment.machine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.quartermaster.platform.rest.Json;

/**
 * What one row of a table says of a machine.
 *
 * @param line where it stands, for errors
 * @param equipmentId the machine that it changes, or null for a new one
 * @param values the fields as text; null clears one, an absent one stays
 * @param metadata keys of the metadata that are set; the others stay
 * @param cleared keys of the metadata that are taken away
 */
public record MachineRow(
        long line, String equipmentId, ObjectNode values, ObjectNode metadata, java.util.List<String> cleared) {

    /** The fields, with the metadata as it will be. */
    ObjectNode fields(Machine machine) {
        var fields = values.deepCopy();
        if (!metadata.isEmpty() || !cleared.isEmpty()) {
            var whole = machine.metadata == null
                    ? JsonNodeFactory.instance.objectNode()
                    : (ObjectNode) Json.stored(machine.metadata);
            whole.setAll(metadata);
            whole.remove(cleared);
            fields.set("metadata", whole);
        }
        return fields;
    }
}
