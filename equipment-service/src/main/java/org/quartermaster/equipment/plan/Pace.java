package org.quartermaster.equipment.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * How fast one counter of a machine ran in the window before its last reading.
 *
 * @param lastAt time of the last reading
 * @param used hours or km in the window
 * @param micros length of the window
 * @param readings readings in the window
 * @param days different days with readings in the window
 */
record Pace(Instant lastAt, BigDecimal used, BigDecimal micros, int readings, int days) {
    private static final BigDecimal DAY = Clock.micros(1);
    private static final int RATE_SCALE = 4;
    private static final int WINDOW_SCALE = 2;
    private static final int MANY_DAYS = 14;
    private static final int SOME_DAYS = 5;

    /** How far the forecast may be trusted. */
    enum Confidence {
        HIGH,
        MEDIUM,
        LOW
    }

    /** A span of less than a day says nothing; between its ends there are two readings at least. */
    boolean isKnown() {
        return micros.compareTo(DAY) >= 0;
    }

    BigDecimal ratePerDay() {
        return trimmed(used.max(BigDecimal.ZERO).multiply(DAY).divide(micros, RATE_SCALE, RoundingMode.HALF_UP));
    }

    BigDecimal windowDays() {
        return trimmed(micros.divide(DAY, WINDOW_SCALE, RoundingMode.HALF_UP));
    }

    private static BigDecimal trimmed(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    Confidence confidence() {
        if (days >= MANY_DAYS) {
            return Confidence.HIGH;
        }
        return days >= SOME_DAYS ? Confidence.MEDIUM : Confidence.LOW;
    }

    /** When the remainder will be used up; null where the counter stands still. */
    Instant usedUpAt(BigDecimal remaining) {
        if (used.signum() <= 0) {
            return null;
        }
        var ahead = remaining.multiply(micros).divide(used, 0, RoundingMode.HALF_UP);
        return ahead.abs().compareTo(Forecast.FARTHEST) > 0
                ? null
                : Clock.instant(Clock.micros(lastAt).add(ahead));
    }
}
