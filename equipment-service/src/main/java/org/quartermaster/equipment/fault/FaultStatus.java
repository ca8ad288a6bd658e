package org.quartermaster.equipment.fault;

import jakarta.persistence.Converter;
import org.quartermaster.platform.db.WordConverter;

/** How far a fault has come; steps may be left out, and none goes back. */
public enum FaultStatus {
    OPEN,
    ACKNOWLEDGED,
    IN_PROGRESS,
    RESOLVED,
    CLOSED;

    boolean canBecome(FaultStatus next) {
        return next.compareTo(this) >= 0;
    }

    /** True when nobody has to see to it any more. */
    boolean isSettled() {
        return this == RESOLVED || this == CLOSED;
    }

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<FaultStatus> {
        Stored() {
            super(FaultStatus.class);
        }
    }
}
