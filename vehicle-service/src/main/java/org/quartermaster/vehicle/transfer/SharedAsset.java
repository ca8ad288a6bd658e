package org.quartermaster.vehicle.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
    /** The vehicle of the request whose id stands in the brackets, as {@link #read} takes it. */
    static final String SQL = "cast(vehicle.asset_of_transfer(%s) as text)";

    static SharedAsset read(ObjectMapper json, String text) {
        try {
            return json.readValue(text, SharedAsset.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the database's own JSON cannot be read", impossible);
        }
    }

    OdometerUnit unit() {
        return lastUnit == null
                ? null
                : Words.find(OdometerUnit.class, lastUnit).orElseThrow();
    }
}
