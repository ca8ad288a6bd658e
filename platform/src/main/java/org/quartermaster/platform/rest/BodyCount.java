package org.quartermaster.platform.rest;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Counts a body while it is read, for those whose length nobody declared. */
@Provider
public final class BodyCount implements ReaderInterceptor {
    private final RoutingContext context;

    @Inject
    BodyCount(RoutingContext context) {
        this.context = context;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
        reading.setInputStream(new LimitedStream(
                reading.getInputStream(), BodyLimits.of(context), () -> BodyLimits.tooLarge(context)));
        return reading.proceed();
    }
}
