package org.quartermaster.platform.limit;

import java.time.Duration;

/**
 * How many requests are answered within a period.
 *
 * @param requests at least 1
 * @param period of one second to one hour
 */
public record Limit(long requests, Duration period) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    public Limit {
        if (requests < 1 || period.compareTo(SHORTEST) < 0 || period.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("not a limit: " + requests + " per " + period);
        }
    }

    public static Limit perMinute(long requests) {
        return new Limit(requests, Duration.ofMinutes(1));
    }

    public static Limit perHour(long requests) {
        return new Limit(requests, Duration.ofHours(1));
    }
}
