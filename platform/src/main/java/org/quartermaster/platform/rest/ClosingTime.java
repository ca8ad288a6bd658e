package org.quartermaster.platform.rest;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemAnswers;

/**
 * Answers 503 to requests that come when a stop waits for those at hand to finish.
 * NB: Quarkus goes on taking requests then, until it sees one moment without any, and closes the port; what came
 * between the two would be cut off, and could commit without an answer. Its wait begins after the delay is over, and
 * so after the first refusal: whatever was let in before is counted by then.
 */
@ApplicationScoped
final class ClosingTime {
    /** After the request has its id. */
    private static final int PRIORITY = 999;

    private final ProblemAnswers answers;
    private final Duration delay;
    private volatile Long begun;

    @Inject
    ClosingTime(ProblemAnswers answers, @ConfigProperty(name = "quarkus.shutdown.delay") Duration delay) {
        this.answers = answers;
        this.delay = delay;
    }

    void begin(@Observes ShutdownDelayInitiatedEvent stop) {
        begun = System.nanoTime();
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuse, PRIORITY);
    }

    private void refuse(RoutingContext context) {
        if (begun != null && System.nanoTime() - begun >= delay.toNanos()) {
            answers.send(context, Problem.unavailable());
        } else {
            context.next();
        }
    }
}
