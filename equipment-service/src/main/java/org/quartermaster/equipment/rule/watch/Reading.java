package org.quartermaster.equipment.rule.watch;

import java.math.BigDecimal;
import java.time.Instant;
import org.quartermaster.equipment.alert.Explanation.Evidence;

/** One value of a measure at a device time. */
public record Reading(Instant at, String sampleId, BigDecimal value) {
    public Evidence evidence() {
        return new Evidence(at, sampleId, value);
    }
}
