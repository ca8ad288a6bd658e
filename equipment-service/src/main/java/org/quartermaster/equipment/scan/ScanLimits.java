package org.quartermaster.equipment.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.quartermaster.platform.limit.RateLimits;
import org.quartermaster.platform.limit.RateLimits.Limit;

/** How often anybody may look and report; one time more is 429. */
@ApplicationScoped
class ScanLimits {
    private static final Limit VIEWS = Limit.perMinute(60);
    private static final Limit REPORTS = new Limit(5, Duration.ofMinutes(10));
    private static final Limit REPORTS_OF_MACHINE = Limit.perHour(10);

    private final RateLimits limits;

    @Inject
    ScanLimits(RateLimits limits) {
        this.limits = limits;
    }

    void view(String client) {
        limits.take("scan-view", client, VIEWS);
    }

    /** Counted apart, because every page with a photo asks for it too. */
    void photo(String client) {
        limits.take("scan-photo", client, VIEWS);
    }

    void report(String client) {
        limits.take("scan-report", client, REPORTS);
    }

    void reportOf(Scanned machine) {
        limits.take("scan-token", machine.token(), REPORTS_OF_MACHINE);
    }
}
