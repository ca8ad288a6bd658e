package org.quartermaster.procurement.fraud;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemAnswers;
import org.quartermaster.platform.token.Client;

/** Refuses who is blocked, before any endpoint. */
@ApplicationScoped
final class BlockFilter {
    /** After the platform's limits, which learn whose request it is. */
    private static final int PRIORITY = 85;

    private static final String API = "/api/";
    /** NB: whoever has blocked himself can take it back. */
    private static final String OWN = "/api/v1/admin/fraud/blocklist";

    private static final String USER = "user ";

    private final Blocked blocked;
    private final ProblemAnswers answers;

    @Inject
    BlockFilter(Blocked blocked, ProblemAnswers answers) {
        this.blocked = blocked;
        this.answers = answers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::judge, PRIORITY);
    }

    private void judge(RoutingContext context) {
        var path = context.request().path();
        if (path.startsWith(API) && !path.startsWith(OWN) && isBlocked(context, Instant.now())) {
            answers.send(context, Problem.of(Screening.BLOCKED));
        } else {
            context.next();
        }
    }

    private boolean isBlocked(RoutingContext context, Instant now) {
        var host = Client.host(context);
        if (host != null && blocked.isAddress(host, now)) {
            return true;
        }
        var client = Client.of(context);
        return client.startsWith(USER)
                && Ids.parse(client.substring(USER.length(), client.lastIndexOf('@')))
                        .filter(user -> blocked.isUser(user, now))
                        .isPresent();
    }
}
