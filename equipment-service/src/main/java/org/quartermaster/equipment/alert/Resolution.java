package org.quartermaster.equipment.alert;

import jakarta.persistence.Converter;
import org.quartermaster.platform.db.WordConverter;

/** How an alert ended. */
public enum Resolution {
    DONE,
    SKIPPED,
    FALSE_ALARM,
    MAINTENANCE_RECORDED,
    CONDITION_CLEARED,
    EQUIPMENT_DELETED,
    PLAN_CHANGED,
    FAULT_RESOLVED;

    /** True when a person said so, not the condition itself. */
    boolean byPerson() {
        return this == DONE || this == SKIPPED || this == FALSE_ALARM;
    }

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<Resolution> {
        Stored() {
            super(Resolution.class);
        }
    }
}
