package org.quartermaster.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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
    public record Entry(String field, String code, String message) {

        /** NB: MessageFormat would group digits (10,000) and cut decimals, hence the texts. */
        public static Entry of(FieldError error, Locale language) {
            var arguments =
                    Arrays.stream(error.arguments()).map(String::valueOf).toArray();
            var text = Messages.text(language, error.code(), arguments);
            return new Entry(error.field(), error.code(), text == null ? error.code() : text);
        }
    }
}
