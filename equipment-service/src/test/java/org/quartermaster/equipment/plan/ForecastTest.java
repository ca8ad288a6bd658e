package org.quartermaster.equipment.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
    private static final Totals TOTALS = new Totals(NOW, new BigDecimal("1250"), null);

    private static Pace pace(String used, int days) {
        return new Pace(NOW, new BigDecimal(used), Clock.micros(days), 2 * days + 1, days);
    }

    private static Plan plan() {
        var plan = new Plan();
        plan.nextDueHours = new BigDecimal("1300");
        return plan;
    }

    @Test
    void remainderOverTheRateIsTheForecast() {
        var plan = plan();

        Forecast.take(plan, TOTALS, new Paces(pace("140", 28), null));

        assertEquals(NOW.plus(Duration.ofDays(10)), plan.forecastDueAt);
        assertEquals("{\"rate_per_day\":5,\"window_days\":28,\"readings\":57,\"confidence\":\"high\"}", plan.forecast);
    }

    @Test
    void earlierDateWins() {
        var plan = plan();
        plan.nextDueAt = NOW.plus(Duration.ofDays(3));

        Forecast.take(plan, TOTALS, new Paces(pace("140", 28), null));

        assertEquals(plan.nextDueAt, plan.forecastDueAt);
    }

    @Test
    void standingMachineHasARateOfZeroAndNoHoursPart() {
        var plan = plan();

        Forecast.take(plan, TOTALS, new Paces(pace("0", 28), null));

        assertNull(plan.forecastDueAt);
        assertEquals("{\"rate_per_day\":0,\"window_days\":28,\"readings\":57,\"confidence\":\"high\"}", plan.forecast);
    }

    @Test
    void lessThanADayOfHistorySaysNothing() {
        var plan = plan();
        var short23 = new Pace(
                NOW, BigDecimal.ONE, BigDecimal.valueOf(Duration.ofHours(23).toNanos() / 1_000), 9, 1);

        Forecast.take(plan, TOTALS, new Paces(short23, null));

        assertNull(plan.forecastDueAt);
        assertNull(plan.forecast);
    }

    @Test
    void confidenceGrowsWithTheDays() {
        assertEquals(Pace.Confidence.LOW, pace("1", 4).confidence());
        assertEquals(Pace.Confidence.MEDIUM, pace("1", 5).confidence());
        assertEquals(Pace.Confidence.HIGH, pace("1", 14).confidence());
    }
}
