package org.quartermaster.equipment.plan;

import jakarta.persistence.Converter;
import org.quartermaster.platform.db.WordConverter;

/** Whether a plan is evaluated, rests, or is done for good. */
public enum PlanState {
    ACTIVE,
    PAUSED,
    COMPLETED;

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<PlanState> {
        Stored() {
            super(PlanState.class);
        }
    }
}
