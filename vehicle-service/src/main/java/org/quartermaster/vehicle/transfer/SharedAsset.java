package org.quartermaster.vehicle.transfer;

import java.math.BigDecimal;
import java.util.UUID;
import org.quartermaster.platform.db.Words;
import org.quartermaster.vehicle.asset.OdometerUnit;

/**
 * What both sides see of the vehicle.
 *
 * @param lastValue the last reading of its odometer before the request, or null
 */
record SharedAsset(
        UUID id, String vin, String make, String model, Integer year, BigDecimal lastValue, String lastUnit) {
    /** The vehicle of the request whose id stands in the brackets, as JSON text that is read as this record. */
    static final String SQL = "cast(vehicle.asset_of_transfer(%s) as text)";

    OdometerUnit unit() {
        return lastUnit == null
                ? null
                : Words.find(OdometerUnit.class, lastUnit).orElseThrow();
    }
}
