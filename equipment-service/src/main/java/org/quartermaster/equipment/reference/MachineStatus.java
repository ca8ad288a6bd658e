package org.quartermaster.equipment.reference;

import jakarta.persistence.Converter;
import org.quartermaster.platform.db.WordConverter;

/** What state a machine is in. */
public enum MachineStatus {
    OPERATIONAL,
    MAINTENANCE,
    INACTIVE,
    REPAIR;

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<MachineStatus> {
        Stored() {
            super(MachineStatus.class);
        }
    }
}
