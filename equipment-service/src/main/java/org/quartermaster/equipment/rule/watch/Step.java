package org.quartermaster.equipment.rule.watch;

import java.util.List;

/**
 * What a reading does to the alert of a rule.
 *
 * @param evidence what it follows from, the latest last
 */
public record Step(Effect effect, List<Reading> evidence) {
    /** What happens to the alert. */
    public enum Effect {
        RAISE,
        CLEAR,
        /** The condition of an alert that a person resolved is gone. */
        CALM
    }

    public Reading latest() {
        return evidence.get(evidence.size() - 1);
    }
}
