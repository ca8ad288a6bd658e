package org.quartermaster.platform.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;

/** What happens to a request before routing: its id, and the refusal of path tricks. */
@ApplicationScoped
final class EarlyFilters {
    private static final int FIRST = 1000;

    void register(@Observes Filters filters) {
        filters.register(EarlyFilters::identify, FIRST);
        filters.register(EarlyFilters::refusePathTricks, FIRST - 1);
    }

    private static void identify(RoutingContext context) {
        context.response().putHeader(RequestId.HEADER, RequestId.of(context));
        context.next();
    }

    /**
     * Answers 400 to raw paths with {@code ;}, an encoded slash, backslash, semicolon or NUL, or a dot segment.
     * NB: Quarkus 3.34 matches path policies before it decodes, so such paths could pass them by.
     */
    private static void refusePathTricks(RoutingContext context) {
        var uri = context.request().uri();
        var end = uri.indexOf('?');
        var path = (end < 0 ? uri : uri.substring(0, end)).toLowerCase(Locale.ROOT);
        if (isTricky(path)) {
            context.response()
                    .setStatusCode(400)
                    .putHeader("Content-Type", "application/problem+json")
                    .end("{\"type\":\"urn:quartermaster:problem:bad_path\",\"title\":\"Bad Request\",\"status\":400,"
                            + "\"detail\":\"The path is not acceptable.\",\"code\":\"bad_path\",\"request_id\":\""
                            + RequestId.of(context) + "\"}");
            return;
        }
        context.next();
    }

    private static boolean isTricky(String path) {
        return path.contains(";")
                || path.contains("\\")
                || path.contains("%3b")
                || path.contains("%2f")
                || path.contains("%5c")
                || path.contains("%00")
                || path.contains("/../")
                || path.endsWith("/..")
                || path.contains("%2e%2e");
    }
}
