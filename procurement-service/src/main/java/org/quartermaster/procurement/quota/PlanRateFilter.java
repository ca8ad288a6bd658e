package org.quartermaster.procurement.quota;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemAnswers;
import org.quartermaster.platform.token.Client;

/** Counts each request with a good token for its organization, once the platform has let it in. */
@ApplicationScoped
final class PlanRateFilter {
    /** After the platform's own limits, which learn whose request it is. */
    private static final int PRIORITY = 80;

    private static final String USER = "user ";

    private final PlanRateConfig config;
    private final PlanRates rates;
    private final ProblemAnswers answers;

    @Inject
    PlanRateFilter(PlanRateConfig config, PlanRates rates, ProblemAnswers answers) {
        this.config = config;
        this.rates = rates;
        this.answers = answers;
    }

    void register(@Observes Filters filters) {
        if (config.enabled()) {
            filters.register(this::judge, PRIORITY);
        }
    }

    private void judge(RoutingContext context) {
        var client = Client.of(context);
        try {
            if (client.startsWith(USER)) {
                rates.take(client.substring(client.lastIndexOf('@') + 1));
            }
        } catch (Problem refused) {
            answers.send(context, refused);
            return;
        }
        context.next();
    }
}
