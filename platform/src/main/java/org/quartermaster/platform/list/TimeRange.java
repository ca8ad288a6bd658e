package org.quartermaster.platform.list;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.quartermaster.platform.rest.Fields;

/** A stretch of time, from (included) to (excluded), as the parameters {@code from} and {@code to} say it. */
public record TimeRange(Instant from, Instant to) {
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** Reads the parameters; without them all time since 1970. A range that ends before it begins is noted as wrong. */
    public static TimeRange read(Fields query) {
        return read(query, new TimeRange(FIRST, LAST));
    }

    /** As {@link #read(Fields)}, with defaults of the caller's. */
    public static TimeRange read(Fields query, TimeRange usual) {
        var range = new TimeRange(
                query.time("from").or(usual.from), query.time("to").or(usual.to));
        if (range.to.isBefore(range.from)) {
            query.error("to", "range_backwards");
        }
        return range;
    }

    /** Notes the range as wrong where it is longer than so many days. */
    public void requireAtMost(Duration most, Fields query) {
        if (Duration.between(from, to).compareTo(most) > 0) {
            query.error("from", "range_too_long", most.toDays());
        }
    }

    /** The beginning as a parameter of a query. */
    public OffsetDateTime start() {
        return from.atOffset(ZoneOffset.UTC);
    }

    /** The end as a parameter of a query. */
    public OffsetDateTime end() {
        return to.atOffset(ZoneOffset.UTC);
    }
}
