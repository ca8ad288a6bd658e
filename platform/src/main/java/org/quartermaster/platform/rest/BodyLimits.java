package org.quartermaster.platform.rest;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/**
 * Refuses a body that is beyond the limit of its endpoint: at once where its length is declared, else when it has been
 * read so far.
 */
@Provider
public final class BodyLimits implements ContainerRequestFilter, ReaderInterceptor {
    private static final long MEBIBYTE = 1 << 20;

    private final RoutingContext context;
    private final ResourceInfo resource;

    @Inject
    BodyLimits(RoutingContext context, ResourceInfo resource) {
        this.context = context;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var declared = request.getHeaderString("Content-Length");
        if (declared != null && Long.parseLong(declared) > limit(request.getHeaderString("Content-Type"))) {
            drop();
            throw Problem.of(ProblemType.TOO_LARGE);
        }
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
        var limit = limit(context.request().getHeader("Content-Type"));
        reading.setInputStream(new Unpacked.LimitedStream(reading.getInputStream(), limit, () -> tooLarge(context)));
        return reading.proceed();
    }

    private long limit(String type) {
        var ofMethod = resource.getResourceMethod().getAnnotation(BodyLimit.class);
        var own = ofMethod == null ? resource.getResourceClass().getAnnotation(BodyLimit.class) : ofMethod;
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

    /** 413 after which the connection ends, because nobody reads the rest of the body. */
    static Problem tooLarge(RoutingContext context) {
        context.addEndHandler(sent -> context.request().connection().close());
        return Problem.of(ProblemType.TOO_LARGE).with(Map.of("Connection", "close"));
    }
}
