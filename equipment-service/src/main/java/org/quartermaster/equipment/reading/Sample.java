package org.quartermaster.equipment.reading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * What a machine or a person reports at one time; what was not reported is null.
 *
 * @param recordedAt device time, or null where a person states a fact now
 * @param sampleId the sender's own name of the sample
 * @param hours what the hour meter shows
 * @param km what the odometer shows
 * @param accuracyM and the next three in metres, metres, km/h and degrees
 * @param measures any other numbers by name; empty where there are none
 */
public record Sample(
        Instant recordedAt,
        String sampleId,
        Source source,
        BigDecimal fuelPercent,
        BigDecimal hours,
        BigDecimal km,
        BigDecimal lat,
        BigDecimal lon,
        Float accuracyM,
        Float altitudeM,
        Float speedKmh,
        Float headingDeg,
        Boolean engineOn,
        Map<String, BigDecimal> measures) {

    /** A reading of the hour meter alone. */
    public static Sample ofHours(Instant at, BigDecimal hours) {
        return new Sample(
                at, null, Source.MANUAL, null, hours, null, null, null, null, null, null, null, null, Map.of());
    }

    /** The fuel alone. */
    public static Sample ofFuel(Instant at, BigDecimal percent) {
        return new Sample(
                at, null, Source.MANUAL, percent, null, null, null, null, null, null, null, null, null, Map.of());
    }

    /** The place alone. */
    public static Sample ofPlace(Instant at, BigDecimal lat, BigDecimal lon) {
        return new Sample(at, null, Source.MANUAL, null, null, null, lat, lon, null, null, null, null, null, Map.of());
    }

    public boolean isEmpty() {
        return fuelPercent == null
                && hours == null
                && km == null
                && lat == null
                && accuracyM == null
                && altitudeM == null
                && speedKmh == null
                && headingDeg == null
                && engineOn == null
                && measures.isEmpty();
    }

    /** The same sample at a time. */
    public Sample at(Instant time) {
        return new Sample(
                time,
                sampleId,
                source,
                fuelPercent,
                hours,
                km,
                lat,
                lon,
                accuracyM,
                altitudeM,
                speedKmh,
                headingDeg,
                engineOn,
                measures);
    }

    /** The same sample with only those of the four values that counted. */
    public Sample only(boolean withFuel, boolean withHours, boolean withKm, boolean withPosition) {
        return new Sample(
                recordedAt,
                sampleId,
                source,
                withFuel ? fuelPercent : null,
                withHours ? hours : null,
                withKm ? km : null,
                withPosition ? lat : null,
                withPosition ? lon : null,
                accuracyM,
                altitudeM,
                speedKmh,
                headingDeg,
                engineOn,
                measures);
    }
}
