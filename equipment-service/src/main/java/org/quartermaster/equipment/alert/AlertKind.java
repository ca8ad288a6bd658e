package org.quartermaster.equipment.alert;

import jakarta.persistence.Converter;
import org.quartermaster.platform.db.WordConverter;

/** What an alert is about. */
public enum AlertKind {
    MAINTENANCE,
    MANUAL,
    FAULT,
    LOW_FUEL,
    FUEL_DROP,
    SILENT,
    METER_SUSPECT,
    GEOFENCE,
    THRESHOLD;

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<AlertKind> {
        Stored() {
            super(AlertKind.class);
        }
    }
}
