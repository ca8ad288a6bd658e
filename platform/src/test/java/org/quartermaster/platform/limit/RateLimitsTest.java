package org.quartermaster.platform.limit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.limit.RateLimits.Limit;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

class RateLimitsTest {
    private static final Limit FIVE = new Limit(5, Duration.ofMinutes(10));

    private final AtomicLong nanos = new AtomicLong(1);
    private final RateLimits limits = new RateLimits(new SimpleMeterRegistry(), new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    private void take(int times, String key) {
        for (var i = 0; i < times; i++) {
            limits.take("report", key, FIVE);
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void refuseTheOneTooManyAndSayWhenToComeBack() {
        take(5, "a");
        pass(Duration.ofMinutes(4));

        var refused = assertThrows(Problem.class, () -> take(1, "a"));

        assertEquals(ProblemType.TOO_MANY_REQUESTS, refused.type());
        assertEquals("360", refused.headers().get("Retry-After"));
        assertEquals("5", refused.headers().get("RateLimit-Limit"));
        assertEquals("0", refused.headers().get("RateLimit-Remaining"));
        assertEquals("360", refused.headers().get("RateLimit-Reset"));
    }

    @Test
    void letRequestsInAgainInTheNextPeriod() {
        take(5, "a");
        pass(Duration.ofMinutes(10));

        assertDoesNotThrow(() -> take(5, "a"));
    }

    @Test
    void countEachKeyAndEachNameApart() {
        take(5, "a");

        assertDoesNotThrow(() -> take(5, "b"));
        assertDoesNotThrow(() -> limits.take("view", "a", FIVE));
    }

    @Test
    void countNothingForARefusedRequest() {
        take(5, "a");

        assertFalse(limits.count("report", "a", FIVE).allowed());
        pass(Duration.ofMinutes(10));

        assertEquals(4, limits.count("report", "a", FIVE).remaining());
    }

    @Test
    void mustBeOfAPeriodThatIsRemembered() {
        assertThrows(IllegalArgumentException.class, () -> new Limit(1, Duration.ofHours(2)));
        assertThrows(IllegalArgumentException.class, () -> Limit.perMinute(0));
    }
}
