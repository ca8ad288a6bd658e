package org.quartermaster.platform.problem;

import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;
import org.quartermaster.platform.db.Ids;

/** The id of a request: the client's {@code X-Request-Id} when it is harmless, else one of ours. */
public final class RequestId {
    public static final String HEADER = "X-Request-Id";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** The id of the request of this context; the same at every call. */
    public static String of(RoutingContext context) {
        String known = context.get(HEADER);
        if (known != null) {
            return known;
        }
        var given = context.request().getHeader(HEADER);
        var id = given != null && HARMLESS.matcher(given).matches() ? given : Ids.next("req");
        context.put(HEADER, id);
        return id;
    }
}
