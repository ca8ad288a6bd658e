package org.quartermaster.catalog.recommendation;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.quartermaster.platform.db.Words;

/** How soon the work should be done. */
enum WorkPriority {
    LOW,
    MEDIUM,
    HIGH,
    URGENT;

    @JsonCreator
    static WorkPriority of(String word) {
        return Words.find(WorkPriority.class, word).orElseThrow();
    }
}
