package org.quartermaster.platform.consumer;

import java.util.stream.Collectors;
import org.quartermaster.platform.problem.Problem;

/** Why an event could not be handled, in one line for the people who run the service. */
final class Reason {
    private static final int MAX = 500;

    private Reason() {}

    /** NB: of the innermost cause, because those around it repeat the SQL statement. */
    static String of(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        var text = cause instanceof MalformedEvent ? cause.getMessage() : describe(cause);
        return text.substring(0, Math.min(text.length(), MAX));
    }

    private static String describe(Throwable cause) {
        if (cause instanceof Problem problem) {
            return problem.errors().stream()
                    .map(error -> error.field() + " " + error.code())
                    .collect(Collectors.joining(", ", problem.type().code() + " ", ""));
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
