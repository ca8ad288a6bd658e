package org.quartermaster.equipment.availability;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * How far a machine could be used in a span; time as inactive counts for nothing.
 *
 * @param uptimePercent share of operational time, or null where there is no base
 * @param downtimeHours in maintenance or repair
 * @param failures repairs that began in the span
 * @param mtbfHours operational hours per failure, or null without failure
 * @param mttrHours hours in repair per failure, or null without failure
 */
record Availability(
        String equipmentId,
        Instant from,
        Instant to,
        BigDecimal uptimePercent,
        BigDecimal downtimeHours,
        long failures,
        BigDecimal mtbfHours,
        BigDecimal mttrHours) {
    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SCALE = 2;

    /** Seconds by status in the span, and the repairs that began in it. */
    record Times(BigDecimal operational, BigDecimal maintenance, BigDecimal repair, long failures) {}

    static Availability of(String equipmentId, Instant from, Instant to, Times times) {
        var down = times.maintenance().add(times.repair());
        var base = times.operational().add(down);
        return new Availability(
                equipmentId,
                from,
                to,
                base.signum() == 0
                        ? null
                        : times.operational().multiply(HUNDRED).divide(base, SCALE, RoundingMode.HALF_UP),
                hours(down, 1),
                times.failures(),
                hours(times.operational(), times.failures()),
                hours(times.repair(), times.failures()));
    }

    private static BigDecimal hours(BigDecimal seconds, long parts) {
        return parts == 0
                ? null
                : seconds.divide(HOUR.multiply(BigDecimal.valueOf(parts)), SCALE, RoundingMode.HALF_UP);
    }
}
