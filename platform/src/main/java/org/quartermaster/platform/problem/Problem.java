package org.quartermaster.platform.problem;

import java.util.List;
import java.util.Map;

/** The one exception of all services that becomes an answer: RFC 9457 problem details. */
public final class Problem extends RuntimeException {
    private final transient ProblemType type;
    private final transient List<FieldError> errors;
    private final transient Object[] arguments;
    private final transient Map<String, String> headers;
    private final transient Map<String, Object> members;

    private Problem(ProblemType type, List<FieldError> errors, Object... arguments) {
        this(type, errors, arguments, Map.of(), Map.of());
    }

    private Problem(
            ProblemType type,
            List<FieldError> errors,
            Object[] arguments,
            Map<String, String> headers,
            Map<String, Object> members) {
        super(type.code(), null, false, false);
        this.type = type;
        this.errors = errors;
        this.arguments = arguments;
        this.headers = headers;
        this.members = members;
    }

    /** A problem whose detail text is that of its code, with the given arguments. */
    public static Problem of(ProblemType type, Object... arguments) {
        return new Problem(type, List.of(), arguments);
    }

    /** 422 with the given wrong values. */
    public static Problem invalid(List<FieldError> errors) {
        return new Problem(ProblemType.INVALID, List.copyOf(errors));
    }

    /** A refusal with a code of its own and its single reasons. */
    public static Problem invalid(ProblemType type, List<FieldError> errors) {
        return new Problem(type, List.copyOf(errors));
    }

    /** 422 with one wrong value. */
    public static Problem invalid(String field, String code, Object... arguments) {
        return invalid(List.of(new FieldError(field, code, arguments)));
    }

    /** 409: a value that must be unique is taken. */
    public static Problem duplicate(String field) {
        return new Problem(ProblemType.DUPLICATE, List.of(new FieldError(field, "duplicate", field)), field);
    }

    /** 503: something that the answer needs is away; worth another try in five seconds. */
    public static Problem unavailable() {
        return of(ProblemType.UNAVAILABLE).with(Map.of("Retry-After", "5"));
    }

    /** The same problem, answered with further header fields such as {@code Retry-After}. */
    public Problem with(Map<String, String> headers) {
        return new Problem(type, errors, arguments, headers, members);
    }

    /** The same problem with a member of its own in the answer (RFC 9457, section 3.2). */
    public Problem showing(String name, Object value) {
        return new Problem(type, errors, arguments, headers, Map.of(name, value));
    }

    /** The same problem with several members of its own in the answer. */
    public Problem showing(Map<String, Object> members) {
        return new Problem(type, errors, arguments, headers, Map.copyOf(members));
    }

    /** The kind of problem. */
    public ProblemType type() {
        return type;
    }

    /** The wrong values, or single reasons; often none. */
    public List<FieldError> errors() {
        return errors;
    }

    /** Values for the placeholders of the detail text. */
    public Object[] arguments() {
        return arguments;
    }

    /** What the answer shows beyond the members of every problem. */
    public Map<String, Object> members() {
        return members;
    }

    /** Header fields of the answer, by name. */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * One wrong value of a request.
     *
     * @param field name of the parameter, or JSON path such as {@code samples[3].hours}
     * @param code stable, machine-readable code such as {@code greater_than_equal}
     * @param members what the answer shows of it beyond field, code and message
     * @param arguments values for the placeholders of the message of that code
     */
    public record FieldError(String field, String code, Map<String, Object> members, Object... arguments) {
        /** An error that shows nothing more. */
        public FieldError(String field, String code, Object... arguments) {
            this(field, code, Map.of(), arguments);
        }
    }
}
