package org.quartermaster.vehicle.feed;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads when the source last changed a lot. */
final class SourceTime {
    private static final Duration TOLERANCE = Duration.ofHours(24);

    private final Instant snapshotAt;
    private final Instant latest;

    SourceTime(FeedContext context) {
        snapshotAt = context.snapshotAt();
        var first = context.now().isBefore(snapshotAt) ? context.now() : snapshotAt;
        latest = first.plus(TOLERANCE);
    }

    Instant read(Row row) {
        var text = row.text(Column.UPDATED);
        if (text == null) {
            row.say(Code.SOURCE_TIME_FROM_FILE, Column.UPDATED);
            return snapshotAt;
        }
        var time = time(text);
        if (time == null) {
            row.say(Code.BAD_TIMESTAMP, Column.UPDATED, text);
        } else if (time.isAfter(latest)) {
            row.say(Code.SOURCE_TIME_FUTURE, Column.UPDATED, text);
        }
        return time;
    }

    /** An ISO 8601 time with its zone, not before 1970; else null. */
    private static Instant time(String text) {
        try {
            var time = OffsetDateTime.parse(text).toInstant();
            return time.isBefore(Instant.EPOCH) ? null : time;
        } catch (DateTimeException noTime) {
            return null;
        }
    }
}
