package org.quartermaster.platform.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/**
 * Counts requests by the name of a limit and a key, such as a client or a tenant, in periods that begin with the
 * first request of the key. The counts are those of this replica, in bounded memory: what nobody asked for within
 * an hour is forgotten, and so is the least used when there are too many. {@code rate_limited_requests_total} tells
 * how many were refused by which limit.
 */
@ApplicationScoped
public final class RateLimits {
    private static final int MAX_COUNTS = 50_000;

    private record Key(String limit, String key) {}

    private final Cache<Key, Bucket> counts = Caffeine.newBuilder()
            .maximumSize(MAX_COUNTS)
            .expireAfterAccess(Duration.ofHours(1))
            .build();
    private final TimeMeter clock;
    private final MeterRegistry meters;

    @Inject
    RateLimits(MeterRegistry meters) {
        this(meters, TimeMeter.SYSTEM_NANOTIME);
    }

    RateLimits(MeterRegistry meters, TimeMeter clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Counts a request, and refuses it when it is one too many.
     *
     * @param name of the limit, such as {@code scan-view}
     * @param key whom it is counted for, such as {@code call.client()}
     * @throws Problem 429 with {@code Retry-After} and the {@code RateLimit-*} fields
     */
    public void take(String name, String key, Limit limit) {
        var quota = count(name, key, limit);
        if (!quota.allowed()) {
            throw quota.problem();
        }
    }

    /** Counts a request, and says what is left; a refused one counts nothing. */
    public Quota count(String name, String key, Limit limit) {
        var taken = counts.get(new Key(name, key), first -> bucket(limit)).tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) {
            refused(name);
        }
        return quota(taken.isConsumed(), limit, taken.getRemainingTokens(), taken.getNanosToWaitForReset());
    }

    /** Counts a refusal by a limit that was only asked for what is {@link #left}. */
    void refused(String name) {
        meters.counter("rate_limited_requests", "limit", name).increment();
    }

    /** Says whether a request would be refused, and counts nothing. */
    Quota left(String name, String key, Limit limit) {
        var bucket = counts.getIfPresent(new Key(name, key));
        if (bucket == null) {
            return quota(true, limit, limit.requests(), 0);
        }
        var found = bucket.estimateAbilityToConsume(1);
        return quota(found.canBeConsumed(), limit, found.getRemainingTokens(), found.getNanosToWaitForRefill());
    }

    private static Quota quota(boolean allowed, Limit limit, long remaining, long nanos) {
        return new Quota(allowed, limit.requests(), remaining, TimeUnit.NANOSECONDS.toSeconds(nanos + 999_999_999));
    }

    private Bucket bucket(Limit limit) {
        return Bucket.builder()
                .addLimit(bandwidth ->
                        bandwidth.capacity(limit.requests()).refillIntervally(limit.requests(), limit.period()))
                .withCustomTimePrecision(clock)
                .build();
    }

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

        /** So many a minute. */
        public static Limit perMinute(long requests) {
            return new Limit(requests, Duration.ofMinutes(1));
        }

        /** So many an hour. */
        public static Limit perHour(long requests) {
            return new Limit(requests, Duration.ofHours(1));
        }
    }

    /**
     * What is left of a limit after a request.
     *
     * @param allowed false when the request was one too many
     * @param remaining requests that the present period still has
     * @param reset seconds until a new period begins, rounded up
     */
    public record Quota(boolean allowed, long limit, long remaining, long reset) {

        /** The three fields of draft-ietf-httpapi-ratelimit-headers-06, the last version that had them apart. */
        public Map<String, String> headers() {
            return Map.of(
                    "RateLimit-Limit", Long.toString(limit),
                    "RateLimit-Remaining", Long.toString(remaining),
                    "RateLimit-Reset", Long.toString(reset));
        }

        /** 429 with {@code Retry-After} and the fields of the limit. */
        Problem problem() {
            var headers = new HashMap<>(headers());
            headers.put("Retry-After", Long.toString(reset));
            return Problem.of(ProblemType.TOO_MANY_REQUESTS, reset).with(headers);
        }
    }
}
