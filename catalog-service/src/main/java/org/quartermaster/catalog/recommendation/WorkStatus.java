package org.quartermaster.catalog.recommendation;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Set;
import org.quartermaster.platform.db.Words;

/** How far recommended work is; the last two stay. */
enum WorkStatus {
    OPEN,
    IN_PROGRESS,
    COMPLETED,
    CANCELLED;

    @JsonCreator
    static WorkStatus of(String word) {
        return Words.find(WorkStatus.class, word).orElseThrow();
    }

    boolean isFinal() {
        return this == COMPLETED || this == CANCELLED;
    }

    boolean mayBecome(WorkStatus next) {
        return switch (this) {
            case OPEN -> Set.of(IN_PROGRESS, CANCELLED).contains(next);
            case IN_PROGRESS -> Set.of(COMPLETED, CANCELLED).contains(next);
            case COMPLETED, CANCELLED -> false;
        };
    }

    /** The verb of the event that tells of it. */
    String verb() {
        return isFinal() ? Words.of(this) : "updated";
    }
}
