package org.quartermaster.vehicle.asset;

import jakarta.persistence.Converter;
import org.quartermaster.platform.db.WordConverter;

/** How a vehicle came to its tenant. */
public enum Acquisition {
    MANUAL,
    LOT,
    TRANSFER;

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<Acquisition> {
        Stored() {
            super(Acquisition.class);
        }
    }
}
