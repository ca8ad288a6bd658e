package org.quartermaster.procurement.quota;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.quartermaster.procurement.plan.LivePlan;

/** When the windows of a plan begin and end. */
final class WindowTimes {
    private WindowTimes() {}

    static Instant dayStart(Instant now) {
        return now.truncatedTo(ChronoUnit.DAYS);
    }

    static Instant dayEnd(Instant now) {
        return dayStart(now).plus(1, ChronoUnit.DAYS);
    }

    /** Months of a period are counted from its start, also where it is a year; else they are those of the calendar. */
    static Instant monthEnd(LivePlan plan, Instant now) {
        var start = plan.periodStart();
        if (start == null || start.isAfter(now)) {
            return now.atOffset(ZoneOffset.UTC)
                    .with(LocalTime.MIN)
                    .withDayOfMonth(1)
                    .plusMonths(1)
                    .toInstant();
        }
        var first = start.atOffset(ZoneOffset.UTC);
        var months = ChronoUnit.MONTHS.between(first, now.atOffset(ZoneOffset.UTC));
        // NB: the 31st is the last day of a shorter month, where counting whole months may stop one short.
        while (!first.plusMonths(months).toInstant().isAfter(now)) {
            months++;
        }
        var end = first.plusMonths(months).toInstant();
        return plan.periodEnd() != null
                        && plan.periodEnd().isAfter(now)
                        && plan.periodEnd().isBefore(end)
                ? plan.periodEnd()
                : end;
    }
}
