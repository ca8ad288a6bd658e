package org.quartermaster.equipment.plan;

import jakarta.persistence.Converter;
import org.quartermaster.platform.db.WordConverter;

/** How important work is; later constants are more important. */
public enum Priority {
    LOW, MEDIUM, HIGH, CRITICAL;

    /** So many steps more important, at most critical. */
    Priority raised(int steps) {
        return values()[Math.min(ordinal() + steps, CRITICAL.ordinal())];
    }

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<Priority> {
        Stored() {
            super(Priority.class);
        }
    }
}
