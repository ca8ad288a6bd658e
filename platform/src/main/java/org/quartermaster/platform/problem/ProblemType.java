package org.quartermaster.platform.problem;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/**
 * A kind of problem: HTTP status and stable code. Title and detail texts stand under the code in the
 * {@code messages} bundles; features add kinds of their own as constants of this record.
 */
public record ProblemType(int status, String code) {
    public static final ProblemType MALFORMED_JSON = new ProblemType(400, "malformed_json");
    public static final ProblemType UNKNOWN_PARAMETER = new ProblemType(400, "unknown_parameter");
    public static final ProblemType BAD_CURSOR = new ProblemType(400, "bad_cursor");
    public static final ProblemType BAD_PATH = new ProblemType(400, "bad_path");
    public static final ProblemType BAD_REQUEST = new ProblemType(400, "bad_request");
    public static final ProblemType UNAUTHORIZED = new ProblemType(401, "unauthorized");
    public static final ProblemType FORBIDDEN = new ProblemType(403, "forbidden");
    public static final ProblemType NOT_FOUND = new ProblemType(404, "not_found");
    public static final ProblemType METHOD_NOT_ALLOWED = new ProblemType(405, "method_not_allowed");
    public static final ProblemType NOT_ACCEPTABLE = new ProblemType(406, "not_acceptable");
    public static final ProblemType DUPLICATE = new ProblemType(409, "duplicate");
    public static final ProblemType STILL_RUNNING = new ProblemType(409, "request_still_running");
    public static final ProblemType INVALID_TRANSITION = new ProblemType(409, "invalid_transition");
    public static final ProblemType STALE = new ProblemType(412, "precondition_failed");
    public static final ProblemType TOO_LARGE = new ProblemType(413, "payload_too_large");
    public static final ProblemType UNSUPPORTED_TYPE = new ProblemType(415, "unsupported_media_type");
    public static final ProblemType INVALID = new ProblemType(422, "validation_failed");
    public static final ProblemType INVALID_PARAMETER = new ProblemType(422, "invalid_parameter");
    public static final ProblemType UNKNOWN_FIELD = new ProblemType(422, "unknown_field");
    public static final ProblemType KEY_REUSED = new ProblemType(422, "idempotency_key_reused");
    public static final ProblemType TOO_MANY_REQUESTS = new ProblemType(429, "too_many_requests");
    public static final ProblemType INTERNAL = new ProblemType(500, "internal_error");
    public static final ProblemType UNAVAILABLE = new ProblemType(503, "service_unavailable");

    /** The first row; this problem where there is none. */
    public Row require(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw Problem.of(this);
        }
        return rows.iterator().next();
    }
}
