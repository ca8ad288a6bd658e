package org.quartermaster.equipment.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.quartermaster.equipment.reference.DueStage;
import org.quartermaster.equipment.reference.Priority;

/** How urgent a plan is; whichever counter comes first decides. */
public final class PlanRules {
    private PlanRules() {}

    public static DueStage stage(Plan plan, Totals totals) {
        return Gauge.of(plan, totals).stream()
                .map(Gauge::stage)
                .max(Comparator.naturalOrder())
                .orElse(DueStage.OK);
    }

    /** The plan's own priority; overdue one step higher, far overdue two. */
    public static Priority priority(Plan plan, Totals totals) {
        if (stage(plan, totals) != DueStage.OVERDUE) {
            return plan.priority;
        }
        return plan.priority.raised(isFarOverdue(plan, totals) ? 2 : 1);
    }

    static boolean isFarOverdue(Plan plan, Totals totals) {
        return Gauge.of(plan, totals).stream().anyMatch(Gauge::isFarOverdue);
    }

    /** The counters of the plan, the one that decides its stage first. */
    public static List<Gauge> gauges(Plan plan, Totals totals) {
        return Gauge.of(plan, totals).stream()
                .sorted(Comparator.comparing(Gauge::stage).reversed())
                .toList();
    }

    /** True when every counter is so far from due that a raised alert may end by itself. */
    public static boolean isClear(Plan plan, Totals totals) {
        return Gauge.of(plan, totals).stream().allMatch(Gauge::isClear);
    }

    /** The next instant at which time alone changes stage or priority; null when none will. */
    static Instant nextCheck(Plan plan, Instant now) {
        if (plan.nextDueAt == null) {
            return null;
        }
        var due = Clock.micros(plan.nextDueAt);
        // Overdue begins after the grace has passed, not with its last microsecond.
        var afterGrace = due.add(Clock.micros(plan.graceDays)).add(BigDecimal.ONE);
        var afterFar =
                due.add(Gauge.farMicros(plan)).setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
        return Stream.of(due.subtract(Clock.micros(plan.leadDays)), due, afterGrace, afterFar)
                .map(Clock::instant)
                .filter(at -> at.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
