package org.quartermaster.equipment.reference;

import jakarta.persistence.Converter;
import org.quartermaster.platform.db.WordConverter;

/** How much it matters; later constants matter more. */
public enum Priority {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** So many steps higher, at most critical. */
    public Priority raised(int steps) {
        return values()[Math.min(ordinal() + steps, CRITICAL.ordinal())];
    }

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<Priority> {
        Stored() {
            super(Priority.class);
        }
    }
}
