package org.quartermaster.equipment.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.quartermaster.platform.db.Words;

/** When a plan falls due at the pace of the last four weeks: the earliest of its date and its counters' forecasts. */
final class Forecast {
    /** A pace that needs longer than a century says nothing. */
    static final BigDecimal FARTHEST = Clock.micros(36_525);

    private static final Duration FIRST_LOOK = Duration.ofMinutes(1);
    private static final Duration NEXT_LOOK = Duration.ofHours(1);

    private Forecast() {}

    /** One counter's forecast; {@code at} is null where the counter stands still. */
    private record Part(Instant at, Pace pace) {}

    static boolean needsPace(Plan plan) {
        return plan.nextDueHours != null || plan.nextDueKm != null;
    }

    static void take(Plan plan, Totals totals, Paces paces) {
        var part = Gauge.of(plan, totals).stream()
                .filter(gauge -> paces.of(gauge.counter()) != null)
                .map(gauge -> part(gauge, paces.of(gauge.counter())))
                .min(Comparator.comparing(Part::at, Comparator.nullsLast(Comparator.naturalOrder())))
                .orElse(new Part(null, null));
        plan.forecastDueAt = earliest(plan.nextDueAt, part.at());
        plan.forecast = part.pace() == null ? null : json(part.pace());
    }

    private static Part part(Gauge gauge, Pace pace) {
        return new Part(pace.usedUpAt(gauge.remaining()), pace);
    }

    private static String json(Pace pace) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("rate_per_day", pace.ratePerDay())
                .put("window_days", pace.windowDays())
                .put("readings", pace.readings())
                .put("confidence", Words.of(pace.confidence()))
                .toString();
    }

    /** When readings that have moved since should be looked at, so that no telemetry call pays for it. */
    static Instant nextLook(Plan plan, Instant now) {
        if (!needsPace(plan)) {
            return null;
        }
        return earliest(plan.nextCheckAt, now.plus(plan.forecast == null ? FIRST_LOOK : NEXT_LOOK));
    }

    static Instant earliest(Instant one, Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
