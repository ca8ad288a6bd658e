package org.quartermaster.equipment.geofence;

import jakarta.persistence.Converter;
import org.quartermaster.platform.db.WordConverter;

/** Which crossings of a zone's border raise an alert. */
public enum AlertOn {
    NONE,
    ENTER,
    EXIT,
    BOTH;

    boolean tells(Crossing crossing) {
        return this == BOTH || name().equals(crossing.name());
    }

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<AlertOn> {
        Stored() {
            super(AlertOn.class);
        }
    }
}
