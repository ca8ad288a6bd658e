package org.quartermaster.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** The body of an error answer, {@code application/problem+json} (RFC 9457). */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String requestId,
        List<Entry> errors) {

    /** One wrong value, with its message in the language of the client. */
    public record Entry(String field, String code, String message) {}
}
