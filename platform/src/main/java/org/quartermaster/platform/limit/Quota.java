package org.quartermaster.platform.limit;

import java.util.Map;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/**
 * What is left of a limit after a request.
 *
 * @param allowed false when the request was one too many
 * @param remaining requests that the present period still has
 * @param reset seconds until a new period begins, rounded up
 */
public record Quota(boolean allowed, long limit, long remaining, long reset) {

    /** The three fields of draft-ietf-httpapi-ratelimit-headers-06, the last version that had them apart. */
    public Map<String, String> headers() {
        return Map.of(
                "RateLimit-Limit", Long.toString(limit),
                "RateLimit-Remaining", Long.toString(remaining),
                "RateLimit-Reset", Long.toString(reset));
    }

    /** 429 with {@code Retry-After} and the fields of the limit. */
    Problem problem() {
        return Problem.of(ProblemType.TOO_MANY_REQUESTS, reset)
                .with(Map.of(
                        "Retry-After", Long.toString(reset),
                        "RateLimit-Limit", Long.toString(limit),
                        "RateLimit-Remaining", Long.toString(remaining),
                        "RateLimit-Reset", Long.toString(reset)));
    }
}
