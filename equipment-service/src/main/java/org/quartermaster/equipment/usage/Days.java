package org.quartermaster.equipment.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A range as whole days and the parts of days at its ends.
 *
 * @param first the first whole day
 * @param end the day after the last whole one
 */
record Days(LocalDate first, LocalDate end, List<Part> parts) {

    /** A part of one day. */
    record Part(Instant from, Instant to) {}

    static Days of(Instant from, Instant to) {
        var parts = new ArrayList<Part>();
        var firstDay = day(from);
        var lastDay = day(to);
        if (firstDay.equals(lastDay)) {
            return new Days(firstDay, firstDay, List.of(new Part(from, to)));
        }
        if (from.isAfter(Period.start(firstDay))) {
            firstDay = firstDay.plusDays(1);
            parts.add(new Part(from, Period.start(firstDay)));
        }
        if (to.isAfter(Period.start(lastDay))) {
            parts.add(new Part(Period.start(lastDay), to));
        }
        return new Days(firstDay, lastDay, parts);
    }

    private static LocalDate day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
