package org.quartermaster.platform.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import java.util.function.Predicate;
import org.quartermaster.platform.PlatformConfig;
import org.quartermaster.platform.security.Caller;

/**
 * Spans of requests and of what they ask of the database; a context is handed on as W3C {@code traceparent}, with the
 * caller and in events, never by a thread. Costs nothing while it is off.
 */
@ApplicationScoped
public final class Traces {
    private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");
    private static final int TRACE = 3;
    private static final int SPAN = 36;
    private static final int FLAGS = 53;
    private static final int LENGTH = 55;

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    @Inject
    Traces(TraceConfig config, PlatformConfig platform) {
        var endpoint = config.endpoint().filter(Predicate.not(String::isBlank));
        provider = endpoint.map(url -> exporting(url, config.ratio(), platform.service()))
                .orElse(null);
        tracer = (provider == null ? TracerProvider.noop() : provider).get("quartermaster");
    }

    private static SdkTracerProvider exporting(String url, double ratio, String service) {
        var exporter = OtlpHttpSpanExporter.builder().setEndpoint(url).build();
        return SdkTracerProvider.builder()
                .setResource(Resource.getDefault().merge(Resource.create(Attributes.of(SERVICE, service + "-service"))))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(ratio)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build();
    }

    /** Whether spans are kept at all. */
    public boolean isOn() {
        return provider != null;
    }

    /** A span that has begun. @param parent W3C trace context, or null for a new trace */
    public Span begin(String name, SpanKind kind, String parent) {
        var known = parent != null && parent.length() >= LENGTH;
        return tracer.spanBuilder(name)
                .setSpanKind(kind)
                .setParent(known ? Context.root().with(Span.wrap(remote(parent))) : Context.root())
                .startSpan();
    }

    private static SpanContext remote(String parent) {
        return SpanContext.createFromRemoteParent(
                parent.substring(TRACE, SPAN - 1),
                parent.substring(SPAN, FLAGS - 1),
                TraceFlags.fromHex(parent, FLAGS),
                TraceState.getDefault());
    }

    /** The span as the parent of others. */
    public static String traceparent(Span span) {
        var context = span.getSpanContext();
        return "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                + context.getTraceFlags().asHex();
    }

    /**
     * Work of the database as a span of the caller's trace; the work gets the caller within that span.
     *
     * @param name such as {@code transaction}
     * @param sql what is asked, or null when it is many things
     */
    public <T> Uni<T> database(String name, String sql, Caller caller, Function<Caller, Uni<T>> work) {
        if (!isOn()) {
            return work.apply(caller);
        }
        var span = begin(name, SpanKind.CLIENT, caller.traceparent());
        span.setAttribute("db.system.name", "postgresql");
        if (sql != null) {
            span.setAttribute("db.query.text", sql);
        }
        return work.apply(caller.traced(traceparent(span)))
                .onFailure()
                .invoke(failure ->
                        span.setStatus(StatusCode.ERROR, failure.getClass().getName()))
                .onTermination()
                .invoke(span::end);
    }

    /** Sends what is left. */
    @PreDestroy
    void close() {
        if (provider != null) {
            provider.close();
        }
    }
}
