package org.quartermaster.equipment.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Dates as a counter of days, so that one arithmetic serves hours, kilometres and dates. */
final class Clock {
    private static final BigDecimal MICROS_A_DAY =
            BigDecimal.valueOf(Duration.ofDays(1).toNanos() / 1_000);

    private Clock() {}

    static BigDecimal micros(Instant at) {
        return at == null ? null : BigDecimal.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }

    static BigDecimal micros(Integer days) {
        return days == null ? null : MICROS_A_DAY.multiply(BigDecimal.valueOf(days));
    }

    static Instant instant(BigDecimal micros) {
        return micros == null ? null : Instant.EPOCH.plus(micros.longValueExact(), ChronoUnit.MICROS);
    }
}
