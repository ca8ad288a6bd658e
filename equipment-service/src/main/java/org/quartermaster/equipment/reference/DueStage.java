package org.quartermaster.equipment.reference;

import jakarta.persistence.Converter;
import org.quartermaster.platform.db.WordConverter;

/** How near the next maintenance is; later constants are more urgent. */
public enum DueStage {
    OK,
    DUE_SOON,
    DUE,
    OVERDUE;

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<DueStage> {
        Stored() {
            super(DueStage.class);
        }
    }
}
