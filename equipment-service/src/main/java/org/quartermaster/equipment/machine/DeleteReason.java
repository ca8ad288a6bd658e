package org.quartermaster.equipment.machine;

import jakarta.persistence.Converter;
import org.quartermaster.platform.db.WordConverter;

/** Why a machine left the register. */
public enum DeleteReason {
    DELETED,
    SOLD,
    SCRAPPED,
    TRANSFERRED,
    DUPLICATE;

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<DeleteReason> {
        Stored() {
            super(DeleteReason.class);
        }
    }
}
