package org.quartermaster.equipment.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.equipment.reference.DueStage;

/**
 * What is left on one counter of a plan until it is due.
 *
 * @param remaining due point less present total; negative once it has passed
 * @param far how far past the due point counts as far overdue
 */
public record Gauge(Counter counter, BigDecimal remaining, BigDecimal lead, BigDecimal grace, BigDecimal far) {
    /** What is counted; the remainder of a date is in microseconds. */
    public enum Counter {
        HOURS,
        KM,
        DATE
    }

    /** A cleared alert comes back only when this share of the lead is used up again. */
    private static final BigDecimal HYSTERESIS = new BigDecimal("1.1");

    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final BigDecimal FAR_HOURS = BigDecimal.valueOf(100);
    private static final BigDecimal FAR_KM = BigDecimal.valueOf(1_000);
    private static final int FAR_DAYS = 30;

    /** The counters on which the plan has a due point and the machine a total. */
    static List<Gauge> of(Plan plan, Totals totals) {
        var gauges = new ArrayList<Gauge>(3);
        if (plan.nextDueHours != null && totals.hours() != null) {
            var far = far(plan.intervalHours, FAR_HOURS);
            gauges.add(new Gauge(
                    Counter.HOURS, plan.nextDueHours.subtract(totals.hours()), plan.leadHours, plan.graceHours, far));
        }
        if (plan.nextDueKm != null && totals.km() != null) {
            var far = far(plan.intervalKm, FAR_KM);
            gauges.add(new Gauge(Counter.KM, plan.nextDueKm.subtract(totals.km()), plan.leadKm, plan.graceKm, far));
        }
        if (plan.nextDueAt != null) {
            var left = Clock.micros(plan.nextDueAt).subtract(Clock.micros(totals.at()));
            gauges.add(new Gauge(
                    Counter.DATE, left, Clock.micros(plan.leadDays), Clock.micros(plan.graceDays), farMicros(plan)));
        }
        return gauges;
    }

    static BigDecimal farMicros(Plan plan) {
        return far(Clock.micros(plan.intervalDays), Clock.micros(FAR_DAYS));
    }

    private static BigDecimal far(BigDecimal interval, BigDecimal once) {
        return interval == null ? once : interval.multiply(QUARTER);
    }

    boolean isClear() {
        return remaining.compareTo(lead.multiply(HYSTERESIS)) > 0;
    }

    DueStage stage() {
        if (remaining.compareTo(grace.negate()) < 0) {
            return DueStage.OVERDUE;
        }
        if (remaining.signum() <= 0) {
            return DueStage.DUE;
        }
        return remaining.compareTo(lead) <= 0 ? DueStage.DUE_SOON : DueStage.OK;
    }

    boolean isFarOverdue() {
        return stage() == DueStage.OVERDUE && remaining.negate().compareTo(far) > 0;
    }
}
