package org.quartermaster.equipment.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.quartermaster.equipment.reference.DueStage;

/** When a plan falls due: for the first time, after work was done, and after a skip. */
final class Schedule {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Schedule() {}

    /** Fills the due points that are open, counted from the work last done or else from the present totals. */
    static void begin(Plan plan, Totals totals) {
        if (plan.nextDueHours == null) {
            plan.nextDueHours = sum(first(plan.lastDoneHours, totals.hours()), plan.intervalHours);
        }
        if (plan.nextDueKm == null) {
            plan.nextDueKm = sum(first(plan.lastDoneKm, totals.km()), plan.intervalKm);
        }
        if (plan.nextDueAt == null) {
            var from = Clock.micros(first(plan.lastDoneAt, totals.at()));
            plan.nextDueAt = Clock.instant(sum(from, Clock.micros(plan.intervalDays)));
        }
    }

    /** Takes work done over: the next due points, or the end of a plan that does not come again. */
    static void done(Plan plan, Totals done) {
        plan.lastDoneAt = done.at();
        plan.lastDoneHours = done.hours();
        plan.lastDoneKm = done.km();
        if (!plan.recurring || !plan.hasInterval()) {
            complete(plan);
            return;
        }
        plan.nextDueHours = next(plan.anchor, plan.nextDueHours, done.hours(), plan.intervalHours);
        plan.nextDueKm = next(plan.anchor, plan.nextDueKm, done.km(), plan.intervalKm);
        plan.nextDueAt = Clock.instant(next(
                plan.anchor, Clock.micros(plan.nextDueAt), Clock.micros(done.at()), Clock.micros(plan.intervalDays)));
    }

    /** Moves the due points one interval on; a plan without interval is over. */
    static void skip(Plan plan) {
        if (!plan.recurring || !plan.hasInterval()) {
            complete(plan);
            return;
        }
        plan.nextDueHours = sum(plan.nextDueHours, plan.intervalHours);
        plan.nextDueKm = sum(plan.nextDueKm, plan.intervalKm);
        plan.nextDueAt = Clock.instant(sum(Clock.micros(plan.nextDueAt), Clock.micros(plan.intervalDays)));
    }

    private static void complete(Plan plan) {
        plan.state = PlanState.COMPLETED;
        plan.stage = DueStage.OK;
        plan.nextDueHours = null;
        plan.nextDueKm = null;
        plan.nextDueAt = null;
        plan.nextCheckAt = null;
        plan.forecastDueAt = null;
        plan.forecast = null;
    }

    /** One counter's next due point; null where it has no interval, or its total at the work is not known. */
    static BigDecimal next(Anchor anchor, BigDecimal due, BigDecimal done, BigDecimal interval) {
        if (done == null || interval == null) {
            return null;
        }
        if (anchor == Anchor.COMPLETED || due == null) {
            return done.add(interval);
        }
        var after = done.add(interval.divide(TWO));
        var steps = after.subtract(due).divide(interval, 0, RoundingMode.FLOOR).add(BigDecimal.ONE);
        return due.add(steps.max(BigDecimal.ZERO).multiply(interval));
    }

    private static <T> T first(T known, T otherwise) {
        return known == null ? otherwise : known;
    }

    private static BigDecimal sum(BigDecimal from, BigDecimal interval) {
        return from == null || interval == null ? null : from.add(interval);
    }
}
