package org.quartermaster.platform.rest;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.quartermaster.platform.problem.RequestId;
import org.quartermaster.platform.trace.Traceparent;
import org.quartermaster.platform.trace.Traces;

/** One span for each request: it goes on with the client's trace, and what the request does goes on with it. */
@ApplicationScoped
final class RequestSpans {
    /** Before the first filter that asks for the trace of the request. */
    private static final int PRIORITY = 1001;

    /** Where Quarkus REST notes the path of the endpoint, as it is annotated: in the request's Vert.x context. */
    private static final String TEMPLATE = "UrlPathTemplate";

    private static final int SERVER_ERROR = 500;

    private final Traces traces;

    @Inject
    RequestSpans(Traces traces) {
        this.traces = traces;
    }

    void register(@Observes Filters filters) {
        if (traces.isOn()) {
            filters.register(this::trace, PRIORITY);
        }
    }

    private void trace(RoutingContext context) {
        var method = context.request().method().name();
        var span = traces.begin(method, SpanKind.SERVER, Traceparent.given(context));
        Traceparent.set(context, Traces.traceparent(span));
        span.setAttribute("http.request.method", method);
        span.setAttribute("request.id", RequestId.of(context));
        var own = Vertx.currentContext();
        context.addEndHandler(sent -> end(context, method, own.getLocal(TEMPLATE), span));
        context.next();
    }

    /** NB: neither the path nor the query, which hold ids and what people search for. */
    private static void end(RoutingContext context, String method, String template, Span span) {
        var status = context.response().getStatusCode();
        if (template != null) {
            span.updateName(method + " " + template);
            span.setAttribute("http.route", template);
        }
        span.setAttribute("http.response.status_code", status);
        if (status >= SERVER_ERROR) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
