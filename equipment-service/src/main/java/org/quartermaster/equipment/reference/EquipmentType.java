package org.quartermaster.equipment.reference;

import jakarta.persistence.Converter;
import org.quartermaster.platform.db.WordConverter;

/** What kind of machine it is. */
public enum EquipmentType {
    TRACTOR,
    PUMP,
    DRONE,
    HARVESTER,
    SPRAYER,
    PIVOT,
    SENSOR,
    VEHICLE,
    OTHER;

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<EquipmentType> {
        Stored() {
            super(EquipmentType.class);
        }
    }
}
