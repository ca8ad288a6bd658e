package org.quartermaster.procurement.ocds;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A date of a publisher: an instant, a local time or a day in the zone of the source.
 *
 * @param isComplete false where a part of the time or the zone was missing and had to be given
 */
public record SourceDate(Instant instant, ZoneId zone, boolean isComplete) {
    private static final Pattern WHOLE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    /** The date, where a day counts from its start; null where the text is no date. */
    public static SourceDate start(String text, ZoneId zone) {
        return read(text, zone, LocalTime.MIN);
    }

    /** The date, where a day counts to its last second; null where the text is no date. */
    public static SourceDate end(String text, ZoneId zone) {
        return read(text, zone, LAST_SECOND);
    }

    /** The date as RFC 3339 writes it, with the offset of the source's zone. */
    public String text() {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
    }

    private static SourceDate read(String text, ZoneId zone, LocalTime time) {
        if (text == null) {
            return null;
        }
        try {
            return parse(text.strip().toUpperCase(Locale.ROOT), zone, time);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static SourceDate parse(String text, ZoneId zone, LocalTime time) {
        if (text.indexOf('T') < 0) {
            return local(LocalDate.parse(text).atTime(time), zone);
        }
        if (WHOLE.matcher(text).matches()) {
            return instant(text, zone, true);
        }
        var hasZone = text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T');
        return hasZone ? instant(text, zone, false) : local(LocalDateTime.parse(text), zone);
    }

    /** NB: PostgreSQL keeps microseconds; a finer instant would differ from itself after a round trip. */
    private static SourceDate instant(String text, ZoneId zone, boolean complete) {
        var instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        return of(instant, zone, complete);
    }

    private static SourceDate local(LocalDateTime local, ZoneId zone) {
        return of(local.atZone(zone).toInstant(), zone, false);
    }

    private static SourceDate of(Instant instant, ZoneId zone, boolean complete) {
        var year = instant.atZone(zone).getYear();
        return year < 1 || year > 9999 ? null : new SourceDate(instant, zone, complete);
    }
}
