package org.quartermaster.equipment.samples;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.quartermaster.platform.rest.Fields;

/** A stretch of device time: from (included) to (excluded). */
public record TimeRange(Instant from, Instant to) {
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** Reads {@code from} and {@code to}; without them all time. */
    public static TimeRange read(Fields query) {
        return read(query, new TimeRange(FIRST, LAST));
    }

    /** Reads {@code from} and {@code to} with defaults of the caller's. */
    public static TimeRange read(Fields query, TimeRange usual) {
        var range = new TimeRange(
                query.time("from").or(usual.from), query.time("to").or(usual.to));
        if (range.to.isBefore(range.from)) {
            query.error("to", "range_backwards");
        }
        return range;
    }

    public boolean isLongerThan(Duration most) {
        return Duration.between(from, to).compareTo(most) > 0;
    }

    public OffsetDateTime start() {
        return from.atOffset(ZoneOffset.UTC);
    }

    public OffsetDateTime end() {
        return to.atOffset(ZoneOffset.UTC);
    }
}
