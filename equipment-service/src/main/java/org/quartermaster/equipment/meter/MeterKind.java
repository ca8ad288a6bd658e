package org.quartermaster.equipment.meter;

import jakarta.persistence.Converter;
import org.quartermaster.platform.db.WordConverter;

/** What a meter counts. */
public enum MeterKind {
    HOURS,
    KM;

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<MeterKind> {
        Stored() {
            super(MeterKind.class);
        }
    }
}
