package org.quartermaster.platform.log;

import org.jboss.logging.MDC;

/**
 * What every line of the log says of the request, event or job that it belongs to. NB: within a request the fields
 * live in its Vert.x context and end with it; a thread of its own ends them with {@link #clear}.
 */
public final class LogFields {
    public static final String REQUEST_ID = "request_id";
    public static final String TENANT = "tenant";
    public static final String TRACE_ID = "trace_id";

    private static final int TRACE_BEGIN = 3;
    private static final int TRACE_END = 35;

    private LogFields() {}

    /** Notes a field; nothing when the value is null. */
    public static void put(String field, String value) {
        if (value != null) {
            MDC.put(field, value);
        }
    }

    /** Notes the trace of a W3C trace context; nothing when it is null or not well formed. */
    public static void putTrace(String traceparent) {
        if (traceparent != null && traceparent.length() >= TRACE_END) {
            put(TRACE_ID, traceparent.substring(TRACE_BEGIN, TRACE_END));
        }
    }

    /** Forgets all fields. */
    public static void clear() {
        MDC.remove(REQUEST_ID);
        MDC.remove(TENANT);
        MDC.remove(TRACE_ID);
    }
}
