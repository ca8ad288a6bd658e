package org.quartermaster.procurement.delivery;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.quartermaster.procurement.alert.Frequency;

/** When digests are due: at an hour of the user's own clock, each day, or on Mondays. */
final class DigestPeriod {
    private DigestPeriod() {}

    /**
     * The last time a digest was due, up to now. NB: an hour that the clock skips is taken as much later, and of one that
     * comes twice the first is meant, so that each day has one.
     *
     * @param hour from 0 to 23
     */
    static Instant lastEnd(Frequency frequency, ZoneId zone, int hour, Instant now) {
        var today = now.atZone(zone).toLocalDate();
        var day =
                frequency == Frequency.WEEKLY ? today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : today;
        var end = at(day, hour, zone);
        if (!end.isAfter(now)) {
            return end;
        }
        return at(frequency == Frequency.WEEKLY ? day.minusWeeks(1) : day.minusDays(1), hour, zone);
    }

    private static Instant at(LocalDate day, int hour, ZoneId zone) {
        return day.atTime(hour, 0).atZone(zone).toInstant();
    }
}
