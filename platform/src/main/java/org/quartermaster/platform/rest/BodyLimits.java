package org.quartermaster.platform.rest;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/**
 * Refuses a body whose declared length is beyond the limit of its endpoint, and notes the limit for {@link BodyCount}.
 */
public final class BodyLimits {
    private static final String LIMIT = BodyLimits.class.getName();
    private static final long MEBIBYTE = 1 << 20;

    private final RoutingContext context;
    private final ResourceInfo resource;

    @Inject
    BodyLimits(RoutingContext context, ResourceInfo resource) {
        this.context = context;
        this.resource = resource;
    }

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        var declared = request.getHeaderString("Content-Length");
        if (declared == null && request.getHeaderString("Transfer-Encoding") == null) {
            return;
        }
        var limit = limit(request.getHeaderString("Content-Type"));
        context.put(LIMIT, limit);
        if (declared != null && Long.parseLong(declared) > limit) {
            drop();
            throw Problem.of(ProblemType.TOO_LARGE);
        }
    }

    private long limit(String type) {
        var own = resource.getResourceMethod().getAnnotation(BodyLimit.class);
        if (own == null) {
            return MEBIBYTE;
        }
        if (!own.property().isEmpty()) {
            return ConfigProvider.getConfig()
                    .getValue(own.property(), MemorySize.class)
                    .asLongValue();
        }
        return MEBIBYTE * (own.json() > 0 && Call.isJson(type) ? own.json() : own.value());
    }

    /** NB: what is still on its way is read and dropped; a client that sends would see a reset, not the answer. */
    private void drop() {
        if (!context.request().isEnded()) {
            context.request().handler(ignored -> {}).resume();
        }
    }

    /** The limit of the request at hand, in bytes; none where the request declares no body. */
    static long of(RoutingContext context) {
        Long limit = context.get(LIMIT);
        return limit == null ? Long.MAX_VALUE : limit;
    }

    /** 413 after which the connection ends, because nobody reads the rest of the body. */
    static Problem tooLarge(RoutingContext context) {
        context.addEndHandler(sent -> context.request().connection().close());
        return Problem.of(ProblemType.TOO_LARGE).with(Map.of("Connection", "close"));
    }
}
