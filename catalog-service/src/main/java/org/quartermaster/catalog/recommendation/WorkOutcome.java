package org.quartermaster.catalog.recommendation;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.quartermaster.platform.db.Words;

/** Whether what was proposed was taken. */
enum WorkOutcome {
    ACCEPTED,
    DISMISSED;

    @JsonCreator
    static WorkOutcome of(String word) {
        return Words.find(WorkOutcome.class, word).orElseThrow();
    }
}
