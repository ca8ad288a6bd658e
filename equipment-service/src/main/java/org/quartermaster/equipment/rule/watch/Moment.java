package org.quartermaster.equipment.rule.watch;

import java.math.BigDecimal;
import java.time.Instant;
import org.quartermaster.equipment.reading.Sample;

/** What a sample says about a tank: how full it is, and whether its machine stands; what is unknown is null. */
public record Moment(Instant at, String sampleId, BigDecimal fuel, Double lat, Double lon, Double speedKmh) {
    public static Moment of(Sample sample) {
        return new Moment(
                sample.recordedAt(),
                sample.sampleId(),
                sample.fuelPercent(),
                sample.lat() == null ? null : sample.lat().doubleValue(),
                sample.lon() == null ? null : sample.lon().doubleValue(),
                sample.speedKmh() == null ? null : sample.speedKmh().doubleValue());
    }

    Reading reading() {
        return new Reading(at, sampleId, fuel);
    }
}
