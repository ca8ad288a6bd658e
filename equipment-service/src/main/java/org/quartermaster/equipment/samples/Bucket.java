package org.quartermaster.equipment.samples;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.quartermaster.platform.rest.Fields;

/** A width that samples are summed up by; buckets begin at whole multiples of it in UTC. */
enum Bucket {
    MINUTE("1m", Duration.ofMinutes(1)),
    FIVE_MINUTES("5m", Duration.ofMinutes(5)),
    QUARTER("15m", Duration.ofMinutes(15)),
    HOUR("1h", Duration.ofHours(1)),
    SIX_HOURS("6h", Duration.ofHours(6)),
    DAY("1d", Duration.ofDays(1));

    private final String word;
    private final Duration width;

    Bucket(String word, Duration width) {
        this.word = word;
        this.width = width;
    }

    /** Reads {@code bucket}; null when there is none or a wrong one, which is noted. */
    static Bucket read(Fields query) {
        var given = query.text("bucket", 1, 10).value();
        var found =
                Arrays.stream(values()).filter(each -> each.word.equals(given)).findFirst();
        if (given != null && found.isEmpty()) {
            query.error(
                    "bucket", "enum", Arrays.stream(values()).map(Bucket::word).collect(Collectors.joining(", ")));
        }
        return found.orElse(null);
    }

    String word() {
        return word;
    }

    long seconds() {
        return width.toSeconds();
    }

    /** The bucket's beginning. */
    Instant start(Instant time) {
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds()) * seconds());
    }

    /** The given number of buckets on from a bucket's beginning. */
    Instant after(Instant start, int buckets) {
        return start.plus(width.multipliedBy(buckets));
    }
}
