package org.quartermaster.platform.limit;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quartermaster.platform.limit.RateLimits.Limit;
import org.quartermaster.platform.limit.RateLimits.Quota;
import org.quartermaster.platform.log.LogFields;
import org.quartermaster.platform.problem.ProblemAnswers;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.token.Client;
import org.quartermaster.platform.token.TokenMechanism;

/**
 * Counts every request before its body is read: for its address before its token is looked at, then for its client and
 * its tenant; health and metrics are free. A request with a bad token is counted once more for its address and goes on,
 * so that the endpoint decides what it means; from an address that has sent too many of them only tokens that are known
 * already are taken, so that a flood of bad ones costs no signatures.
 */
@ApplicationScoped
final class RateLimitFilter {
    /** After authentication (200) has been set up, before any endpoint. */
    private static final int PRIORITY = 90;

    private static final String ANONYMOUS = "anonymous";
    private static final List<String> FREE = List.of("/q/health", "/q/metrics", "/health", "/readyz");

    private final RateLimitConfig config;
    private final RateLimits limits;
    private final TokenMechanism mechanism;
    private final ProblemAnswers answers;

    @Inject
    RateLimitFilter(RateLimitConfig config, RateLimits limits, TokenMechanism mechanism, ProblemAnswers answers) {
        this.config = config;
        this.limits = limits;
        this.mechanism = mechanism;
        this.answers = answers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::judge, PRIORITY);
    }

    private void judge(RoutingContext context) {
        if (FREE.stream().anyMatch(context.request().path()::startsWith)) {
            context.next();
            return;
        }
        var refused = refusedEarly(context);
        if (refused != null) {
            answers.send(context, refused.problem());
            return;
        }
        var own = Vertx.currentContext();
        mechanism
                .authenticate(context, null)
                .subscribe()
                .with(identity -> on(own, () -> count(context, identity)), bad -> on(own, () -> count(context, null)));
    }

    /** The limit that is used up before anybody knows who asks, or null. */
    private Quota refusedEarly(RoutingContext context) {
        var address = Client.address(context);
        if (config.address() > 0) {
            var quota = limits.count("address", address, Limit.perMinute(config.address()));
            if (!quota.allowed()) {
                return quota;
            }
        }
        if (config.anonymous() > 0 && TokenMechanism.hasCredentials(context)) {
            var quota = limits.left(ANONYMOUS, address, Limit.perMinute(config.anonymous()));
            if (!quota.allowed() && !mechanism.knows(context)) {
                limits.refused(ANONYMOUS);
                return quota;
            }
        }
        return null;
    }

    /** NB: a token that is not known yet has been judged on a worker thread. */
    private static void on(Context own, Runnable next) {
        if (Vertx.currentContext() == own) {
            next.run();
        } else {
            own.runOnContext(ignored -> next.run());
        }
    }

    private void count(RoutingContext context, SecurityIdentity identity) {
        var quotas = quotas(context, identity);
        for (var quota : quotas) {
            if (!quota.allowed()) {
                answers.send(context, quota.problem());
                return;
            }
        }
        quotas.stream().min(Comparator.comparingLong(Quota::remaining)).ifPresent(tightest -> tightest.headers()
                .forEach(context.response()::putHeader));
        context.next();
    }

    private List<Quota> quotas(RoutingContext context, SecurityIdentity identity) {
        LogFields.put(LogFields.TENANT, identity == null ? null : identity.getAttribute(Caller.TENANT));
        var quotas = new ArrayList<Quota>(2);
        if (identity == null) {
            add(quotas, ANONYMOUS, Client.of(context), config.anonymous());
        } else {
            add(quotas, "client", Client.note(context, identity), config.client());
            add(quotas, "tenant", identity.getAttribute(Caller.TENANT), config.tenant());
        }
        return quotas;
    }

    private void add(List<Quota> quotas, String name, String key, long perMinute) {
        if (perMinute > 0) {
            quotas.add(limits.count(name, key, Limit.perMinute(perMinute)));
        }
    }
}
