package org.quartermaster.procurement.quota;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.limit.RateLimits;
import org.quartermaster.platform.limit.RateLimits.Limit;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.plan.LivePlan;

/**
 * Holds an organization to the requests a minute of its plan; each replica counts for itself, and knows the plan of ten
 * seconds ago.
 */
@ApplicationScoped
class PlanRates {
    private static final String NAME = "plan";
    private static final int UNLIMITED = -1;
    private static final int TENANTS = 50_000;
    private static final Duration KNOWN = Duration.ofSeconds(10);

    private final AsyncCache<String, Integer> allowed =
            Caffeine.newBuilder().maximumSize(TENANTS).expireAfterWrite(KNOWN).buildAsync();
    private final TenantDatabase database;
    private final RateLimits limits;

    @Inject
    PlanRates(TenantDatabase database, RateLimits limits) {
        this.database = database;
        this.limits = limits;
    }

    /** Counts a request of the tenant; 429 where it is one too many. While nothing is known of a plan it lets through. */
    void take(String tenant) {
        var known = allowed.getIfPresent(tenant);
        if (known == null) {
            allowed.put(tenant, read(tenant).subscribeAsCompletionStage());
            return;
        }
        var requests = known.getNow(UNLIMITED);
        if (requests > 0) {
            // NB: a bucket keeps the limit that it began with, so each limit has its own.
            limits.take(NAME, tenant + " " + requests, Limit.perMinute(requests));
        }
    }

    private Uni<Integer> read(String tenant) {
        return database.readAll(Caller.system(tenant), List.of(LivePlan.query(tenant)))
                .map(results -> LivePlan.of(results.get(0)))
                .map(plan -> plan.subscriptionId() == null
                        ? UNLIMITED
                        : plan.plan().limits().requestsPerMinute())
                .onFailure()
                .recoverWithItem(UNLIMITED);
    }
}
