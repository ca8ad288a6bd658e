package org.quartermaster.equipment.meter;

import jakarta.persistence.Converter;
import org.quartermaster.platform.db.WordConverter;

/** Why a meter was opened. */
public enum MeterReason {
    INITIAL,
    REPLACEMENT,
    CORRECTION;

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<MeterReason> {
        Stored() {
            super(MeterReason.class);
        }
    }
}
