package org.quartermaster.platform.problem;

/**
 * One wrong value of a request.
 *
 * @param field name of the parameter, or JSON path such as {@code samples[3].hours}
 * @param code stable, machine-readable code such as {@code greater_than_equal}
 * @param arguments values for the placeholders of the message of that code
 */
public record FieldError(String field, String code, Object... arguments) {}
