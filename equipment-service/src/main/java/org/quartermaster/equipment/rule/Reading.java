package org.quartermaster.equipment.rule;

import java.math.BigDecimal;
import java.time.Instant;
import org.quartermaster.equipment.alert.Explanation.Evidence;

/** One value of a measure at a device time. */
record Reading(Instant at, String sampleId, BigDecimal value) {
    Evidence evidence() {
        return new Evidence(at, sampleId, value);
    }
}
