package org.quartermaster.vehicle.asset;

import jakarta.persistence.Converter;
import org.quartermaster.platform.db.WordConverter;

/** What an odometer counts. */
public enum OdometerUnit {
    KM,
    MI;

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<OdometerUnit> {
        Stored() {
            super(OdometerUnit.class);
        }
    }
}
