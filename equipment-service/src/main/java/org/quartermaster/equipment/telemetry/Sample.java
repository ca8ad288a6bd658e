package org.quartermaster.equipment.telemetry;

import java.math.BigDecimal;
import java.time.Instant;
import org.quartermaster.platform.rest.Fields;

/**
 * What a machine or a person reports at one time.
 *
 * @param recordedAt device time, or null where a person states a fact now
 * @param hours what the hour meter shows
 * @param km what the odometer shows
 */
public record Sample(
        Instant recordedAt,
        Source source,
        BigDecimal fuelPercent,
        BigDecimal hours,
        BigDecimal km,
        BigDecimal lat,
        BigDecimal lon) {

    /** Reads fuel, hours, kilometres and position under the given names. */
    public static Sample read(Fields fields, Names names, Source source) {
        var lat = fields.decimal(names.lat(), 7, "-90", "90").value();
        var lon = fields.decimal(names.lon(), 7, "-180", "180").value();
        if ((lat == null) != (lon == null)) {
            fields.error(lat == null ? names.lat() : names.lon(), "position_incomplete");
        }
        return new Sample(
                fields.time("recorded_at").value(),
                source,
                fields.decimal(names.fuel(), 2, "0", "100").value(),
                fields.decimal(names.hours(), 2, "0", "1000000").value(),
                fields.decimal(names.km(), 1, "0", "100000000").value(),
                lat,
                lon);
    }

    /** What the fields of a sample are called in a request. */
    public record Names(String fuel, String hours, String km, String lat, String lon) {
        public static final Names SAMPLE = new Names("fuel_percent", "hours", "km", "lat", "lon");
        public static final Names REGISTER =
                new Names("current_fuel_percent", "current_hours", "current_km", "current_lat", "current_lon");
    }

    public boolean isEmpty() {
        return fuelPercent == null && hours == null && km == null && lat == null;
    }
}
