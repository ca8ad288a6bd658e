package org.quartermaster.platform.trace;

import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The trace that a request belongs to, as its events carry it on (W3C Trace Context, section 3.2): that of the
 * client's {@code traceparent} where it is well formed, else a new one that is not sampled.
 */
public final class Traceparent {
    public static final String HEADER = "traceparent";
    private static final int TRACE_BYTES = 16;
    private static final int PARENT_BYTES = 8;

    /** Of the present version, and with neither id all zero. */
    private static final Pattern WELL_FORMED =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private Traceparent() {}

    /** The value for the request of this context; the same at every call. */
    public static String of(RoutingContext context) {
        String known = context.get(HEADER);
        if (known == null) {
            known = accept(context.request().getHeader(HEADER));
            context.put(HEADER, known);
        }
        return known;
    }

    /** What the client sent, or null where that is not well formed. */
    public static String given(RoutingContext context) {
        var given = context.request().getHeader(HEADER);
        return isWellFormed(given) ? given : null;
    }

    /** Puts the request into a span of its own. */
    public static void set(RoutingContext context, String traceparent) {
        context.put(HEADER, traceparent);
    }

    private static boolean isWellFormed(String given) {
        return given != null && WELL_FORMED.matcher(given).matches();
    }

    static String accept(String given) {
        return isWellFormed(given) ? given : "00-" + random(TRACE_BYTES) + "-" + random(PARENT_BYTES) + "-00";
    }

    private static String random(int bytes) {
        var id = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(id);
        id[0] |= 1;
        return HexFormat.of().formatHex(id);
    }
}
