package org.quartermaster.equipment.machine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
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
public record MachineRow(long line, String equipmentId, ObjectNode values, ObjectNode metadata, List<String> cleared) {

    /**
     * The fields, with the metadata as it will be.
     * NB: without current values that are known already, or each import of an export would be a reading.
     */
    ObjectNode fields(Machine machine) {
        var fields = values.deepCopy();
        leaveKnown(fields, "current_fuel_percent", machine.currentFuelPercent);
        leaveKnown(fields, "current_hours", machine.currentHours);
        leaveKnown(fields, "current_km", machine.currentKm);
        if (says(fields, "current_lat", machine.currentLat) && says(fields, "current_lon", machine.currentLon)) {
            fields.remove(List.of("current_lat", "current_lon"));
        }
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

    private static void leaveKnown(ObjectNode fields, String name, BigDecimal known) {
        if (says(fields, name, known)) {
            fields.remove(name);
        }
    }

    private static boolean says(ObjectNode fields, String name, BigDecimal known) {
        var text = fields.path(name).textValue();
        try {
            return text != null && known != null && new BigDecimal(text.strip()).compareTo(known) == 0;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }
}
