package org.quartermaster.platform.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.problem.Problem.FieldError;

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
        List<Entry> errors,
        @JsonAnyGetter Map<String, Object> members) {

    /** One wrong value, with its message in the language of the client. */
    public record Entry(
            String field,
            String code,
            String message,
            @JsonAnyGetter @Schema(hidden = true) Map<String, Object> members) {
        /** The error as clients see it. */
        public static Entry of(FieldError error, Locale language) {
            var text = Messages.text(language, error.code(), texts(error.arguments()));
            return new Entry(error.field(), error.code(), text == null ? error.code() : text, error.members());
        }
    }

    static ProblemBody of(RoutingContext context, Problem problem, Locale language) {
        var code = problem.type().code();
        var status = problem.type().status();
        var errors = problem.errors().stream()
                .map(error -> Entry.of(error, language))
                .toList();
        return new ProblemBody(
                "urn:quartermaster:problem:" + code,
                title(status),
                status,
                Messages.text(language, code, texts(problem.arguments())),
                context.request().path(),
                code,
                RequestId.of(context),
                errors.isEmpty() ? null : errors,
                problem.members());
    }

    /** NB: the list at hand still has the name of 422 before RFC 9110, and misses the newer ones. */
    private static String title(int status) {
        return switch (status) {
            case 413 -> "Content Too Large";
            case 422 -> "Unprocessable Content";
            default -> HttpResponseStatus.valueOf(status).reasonPhrase();
        };
    }

    /** NB: MessageFormat would group digits (10,000) and cut decimals. */
    private static Object[] texts(Object[] values) {
        return Arrays.stream(values).map(String::valueOf).toArray();
    }
}
