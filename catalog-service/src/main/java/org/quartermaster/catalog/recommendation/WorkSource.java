package org.quartermaster.catalog.recommendation;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.quartermaster.platform.db.Words;

/** Where a recommendation comes from. */
enum WorkSource {
    MANUAL,
    RULES,
    RFP_ANALYSIS,
    EQUIPMENT_ALERT,
    EXTERNAL;

    @JsonCreator
    static WorkSource of(String word) {
        return Words.find(WorkSource.class, word).orElseThrow();
    }
}
