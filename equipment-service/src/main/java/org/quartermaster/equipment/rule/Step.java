package org.quartermaster.equipment.rule;

import java.util.List;

/**
 * What a reading does to the alert of a rule.
 *
 * @param evidence what it follows from, the latest last
 */
record Step(Effect effect, List<Reading> evidence) {
    /** What happens to the alert. */
    enum Effect {
        RAISE,
        CLEAR,
        /** The condition of an alert that a person resolved is gone. */
        CALM
    }

    Reading latest() {
        return evidence.get(evidence.size() - 1);
    }
}
