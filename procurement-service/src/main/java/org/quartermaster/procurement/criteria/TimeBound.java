package org.quartermaster.procurement.criteria;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.quartermaster.platform.rest.Fields;

/**
 * A bound in time that is itself within: a day (UTC) or an instant.
 *
 * @param text as it was given
 * @param first the instant, or the first of the day
 * @param last the instant, or the last microsecond of the day
 */
public record TimeBound(String text, Instant first, Instant last) {
    private static final int LENGTH_OF_DAY = 10;
    private static final int LONGEST = 40;

    /** Reads a bound; null where none was given, or a wrong one, which is noted. */
    static TimeBound read(Fields fields, String name) {
        var text = fields.text(name, 0, LONGEST).value();
        if (text == null) {
            return null;
        }
        var bound = parse(text);
        if (bound.isEmpty()) {
            fields.error(name, "datetime_parsing");
        }
        return bound.orElse(null);
    }

    /** Reads a day, or an instant with its zone, in the years 1 to 9999. */
    static Optional<TimeBound> parse(String text) {
        try {
            var bound = text.length() == LENGTH_OF_DAY ? day(text) : instant(text);
            var year = bound.first.atOffset(ZoneOffset.UTC).getYear();
            return year > 0 && year <= 9999 ? Optional.of(bound) : Optional.empty();
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static TimeBound day(String text) {
        var day = LocalDate.parse(text);
        var first = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        var next = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        return new TimeBound(text, first, next.minus(1, ChronoUnit.MICROS));
    }

    private static TimeBound instant(String text) {
        var instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        return new TimeBound(text, instant, instant);
    }
}
