package org.quartermaster.equipment.fault;

import jakarta.persistence.Converter;
import org.quartermaster.platform.db.WordConverter;

/** How a fault was reported. */
public enum FaultSource {
    /** Beside the machine, without a login. */
    SCAN,
    /** With a login. */
    APP;

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<FaultSource> {
        Stored() {
            super(FaultSource.class);
        }
    }
}
