package org.quartermaster.platform.spool;

import java.util.Locale;
import java.util.Set;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Call;

/** The packings that a {@link Spool} takes. */
public final class ContentEncoding {
    private static final Set<String> KNOWN = Set.of("identity", "gzip", "x-gzip");

    private ContentEncoding() {}

    /** 415 for a body in another one; gzip is known by its first bytes, another would pass for a file of a wrong kind. */
    public static void require(Call call) {
        var encoding = call.header("Content-Encoding");
        if (encoding != null && !KNOWN.contains(encoding.strip().toLowerCase(Locale.ROOT))) {
            throw Problem.of(ProblemType.UNSUPPORTED_TYPE);
        }
    }
}
