package org.quartermaster.equipment.telemetry;

import java.time.Instant;
import org.quartermaster.platform.rest.Fields;

/**
 * What to offer again.
 *
 * @param equipmentId the machine, as the sample named it or by its id; null for all
 * @param from device time, or that of arrival where there is none; null for all
 */
record RetryFilter(String equipmentId, Instant from, Instant to) {
    static RetryFilter read(Fields fields) {
        var filter = new RetryFilter(
                fields.text("equipment_id", 0, 50).value(),
                fields.time("from").value(),
                fields.time("to").value());
        fields.checkQuery();
        fields.checkStrictly();
        return filter;
    }
}
