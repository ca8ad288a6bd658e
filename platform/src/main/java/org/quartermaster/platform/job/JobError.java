package org.quartermaster.platform.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.problem.Messages;
import org.quartermaster.platform.problem.Problem.FieldError;

/**
 * One thing that went wrong in a job.
 *
 * @param line line of the input that it stands on (the first is 1), or null
 * @param column name of the column or field, or null
 * @param code stable, machine-readable code
 * @param arguments for the placeholders of the message of that code
 * @param value what stands there, or null
 */
public record JobError(Long line, String column, String code, List<String> arguments, String value) {
    private static final int LONGEST_VALUE = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One thing that went wrong in a job, in the language of the client. NB: clients of machines know the place in a file
     * as its line, those of the catalogue as its row; with both, a job is read alike by either.
     *
     * @param row the same as the line
     */
    @Schema(name = "JobError")
    public record View(Long line, Long row, String column, String code, String message, String value) {}

    /** An error; its arguments are kept as texts. */
    public static JobError of(Long line, String column, String code, Object... arguments) {
        return new JobError(
                line,
                column,
                code,
                Arrays.stream(arguments).map(String::valueOf).toList(),
                null);
    }

    /** The same with what stands there, of which the beginning is kept. */
    public JobError with(String found) {
        var isLong = found != null && found.codePointCount(0, found.length()) > LONGEST_VALUE;
        var kept = isLong ? found.substring(0, found.offsetByCodePoints(0, LONGEST_VALUE)) : found;
        return new JobError(line, column, code, arguments, kept);
    }

    /** The error of a field as one of the given line. */
    public static JobError at(Long line, FieldError error) {
        return of(line, error.field().isEmpty() ? null : error.field(), error.code(), error.arguments());
    }

    /** The same at another column, such as the one of the file that holds the field. */
    public JobError in(String place) {
        return new JobError(line, place == null || place.isEmpty() ? null : place, code, arguments, value);
    }

    /** As clients see it, in their language. */
    public View in(Locale language) {
        var text = Messages.text(language, code, arguments.toArray());
        return new View(line, line, column, code, text == null ? code : text, value);
    }

    /** As it is stored. */
    JsonNode json() {
        return JSON.valueToTree(this);
    }

    static JobError stored(JsonNode json) {
        return JSON.convertValue(json, JobError.class);
    }
}
