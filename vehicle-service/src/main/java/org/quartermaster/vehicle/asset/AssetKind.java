package org.quartermaster.vehicle.asset;

import jakarta.persistence.Converter;
import org.quartermaster.platform.db.WordConverter;

/** What kind of vehicle an asset is. */
public enum AssetKind {
    CAR,
    MOTORCYCLE,
    TRUCK,
    BUS,
    TRAILER,
    BOAT,
    MACHINE,
    OTHER;

    /** Whether a serial number does where there is no VIN. */
    boolean mayLackVin() {
        return compareTo(TRAILER) >= 0;
    }

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<AssetKind> {
        Stored() {
            super(AssetKind.class);
        }
    }
}
