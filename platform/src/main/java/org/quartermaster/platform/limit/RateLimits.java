package org.quartermaster.platform.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.quartermaster.platform.problem.Problem;

/**
 * Counts requests by the name of a limit and a key, such as a client or a tenant, in periods that begin with the
 * first request of the key. The counts are those of this replica, in bounded memory: what nobody asked for within
 * an hour is forgotten, and so is the least used when there are too many.
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

    RateLimits() {
        this(TimeMeter.SYSTEM_NANOTIME);
    }

    RateLimits(TimeMeter clock) {
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
        return new Quota(
                taken.isConsumed(),
                limit.requests(),
                taken.getRemainingTokens(),
                TimeUnit.NANOSECONDS.toSeconds(taken.getNanosToWaitForReset() + 999_999_999));
    }

    private Bucket bucket(Limit limit) {
        return Bucket.builder()
                .addLimit(bandwidth ->
                        bandwidth.capacity(limit.requests()).refillIntervally(limit.requests(), limit.period()))
                .withCustomTimePrecision(clock)
                .build();
    }
}
