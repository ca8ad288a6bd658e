package org.quartermaster.equipment.geofence;

import jakarta.persistence.Converter;
import org.quartermaster.platform.db.WordConverter;

/** How a zone is drawn. */
public enum GeofenceShape {
    CIRCLE,
    POLYGON;

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<GeofenceShape> {
        Stored() {
            super(GeofenceShape.class);
        }
    }
}
