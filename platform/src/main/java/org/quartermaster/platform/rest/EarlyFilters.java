package org.quartermaster.platform.rest;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.quartermaster.platform.log.LogFields;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemAnswers;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.problem.RequestId;
import org.quartermaster.platform.trace.Traceparent;

/** What happens to a request before routing: its id, and the refusal of path tricks, giants and strange types. */
@ApplicationScoped
final class EarlyFilters {
    private static final int FIRST = 1000;
    private static final String TOKEN = "[-!#$%&'*+.^_`|~0-9A-Za-z]+";

    /** RFC 9110, section 8.3.1: two tokens, then parameters. */
    private static final Pattern MEDIA_TYPE = Pattern.compile("\\s*" + TOKEN + "/" + TOKEN + "\\s*(;|$)");

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
        filters.register(this::refuseStrangeTypes, FIRST - 3);
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

    /** NB: what is no media type at all breaks the search for the method that takes it. */
    private void refuseStrangeTypes(RoutingContext context) {
        var type = context.request().getHeader("Content-Type");
        if (type != null && !type.isBlank() && !MEDIA_TYPE.matcher(type).lookingAt()) {
            answers.send(context, Problem.of(ProblemType.UNSUPPORTED_TYPE));
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
