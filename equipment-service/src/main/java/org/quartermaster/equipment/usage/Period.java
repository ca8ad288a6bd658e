package org.quartermaster.equipment.usage;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** What usage is told by: days, ISO 8601 weeks (from Monday) or months, in UTC. */
enum Period {
    DAY,
    WEEK,
    MONTH;

    /** The range's beginning, all beginnings of periods within it, and its end; at most one more than asked for. */
    List<Instant> edges(Instant from, Instant to, int most) {
        var edges = new ArrayList<Instant>(List.of(from));
        var next = next(from.atOffset(ZoneOffset.UTC).toLocalDate());
        while (start(next).isBefore(to) && edges.size() <= most) {
            edges.add(start(next));
            next = next(next);
        }
        if (from.isBefore(to)) {
            edges.add(to);
        }
        return edges;
    }

    private LocalDate next(LocalDate day) {
        return switch (this) {
            case DAY -> day.plusDays(1);
            case WEEK -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case MONTH -> day.with(TemporalAdjusters.firstDayOfNextMonth());
        };
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
