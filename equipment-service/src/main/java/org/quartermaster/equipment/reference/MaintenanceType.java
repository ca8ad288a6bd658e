package org.quartermaster.equipment.reference;

import jakarta.persistence.Converter;
import org.quartermaster.platform.db.WordConverter;

/** What kind of work a machine needs or got. */
public enum MaintenanceType {
    OIL_CHANGE,
    FILTER_CHANGE,
    TIRE_CHECK,
    BATTERY_CHECK,
    CALIBRATION,
    GENERAL_SERVICE,
    REPAIR,
    OTHER;

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<MaintenanceType> {
        Stored() {
            super(MaintenanceType.class);
        }
    }
}
