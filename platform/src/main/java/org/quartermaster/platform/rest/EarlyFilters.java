package org.quartermaster.platform.rest;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.quartermaster.platform.log.LogFields;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemAnswers;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.problem.RequestId;
import org.quartermaster.platform.trace.Traceparent;

/** What happens to a request before routing: its id, and the refusal of path tricks and giants. */
@ApplicationScoped
final class EarlyFilters {
    private static final int FIRST = 1000;

    private final ProblemAnswers answers;
    private final long largest;

    @Inject
    EarlyFilters(
            ProblemAnswers answers, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
        this.answers = answers;
        this.largest = largest.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(EarlyFilters::identify, FIRST);
        filters.register(this::refusePathTricks, FIRST - 1);
        filters.register(this::refuseGiants, FIRST - 2);
    }

    private static void identify(RoutingContext context) {
        context.response().putHeader(RequestId.HEADER, RequestId.of(context));
        LogFields.put(LogFields.REQUEST_ID, RequestId.of(context));
        LogFields.putTrace(Traceparent.of(context));
        context.next();
    }

    /**
     * Answers 400 to raw paths with {@code ;}, an encoded slash, backslash, semicolon or NUL, or a dot segment.
     * NB: Quarkus 3.34 matches path policies before it decodes, so such paths could pass them by.
     */
    private void refusePathTricks(RoutingContext context) {
        var uri = context.request().uri();
        var end = uri.indexOf('?');
        var path = (end < 0 ? uri : uri.substring(0, end)).toLowerCase(Locale.ROOT);
        if (isTricky(path)) {
            answers.send(context, Problem.of(ProblemType.BAD_PATH));
            return;
        }
        context.next();
    }

    /** NB: what the server itself refuses, it refuses without a body. */
    private void refuseGiants(RoutingContext context) {
        var declared = context.request().getHeader("Content-Length");
        if (declared != null && Long.parseLong(declared) > largest) {
            answers.send(context, BodyLimits.tooLarge(context));
            return;
        }
        context.next();
    }

    private static boolean isTricky(String path) {
        var dotted = path.replace("%2e", ".");
        return path.contains(";")
                || path.contains("\\")
                || path.contains("%3b")
                || path.contains("%2f")
                || path.contains("%5c")
                || path.contains("%00")
                || dotted.contains("/../")
                || dotted.endsWith("/..")
                || path.contains("%2e%2e");
    }
}
