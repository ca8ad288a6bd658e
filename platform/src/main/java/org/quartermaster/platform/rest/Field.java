package org.quartermaster.platform.rest;

import java.util.function.Consumer;

/**
 * What a request says of one field.
 *
 * @param given true when the request names the field and its value is to be taken over
 * @param value the value; null when absent, cleared or wrong
 */
public record Field<T>(boolean given, T value) {
    static <T> Field<T> absent() {
        return new Field<>(false, null);
    }

    /** Hands the value over when it was given (null = cleared). */
    public void to(Consumer<T> target) {
        if (given) {
            target.accept(value);
        }
    }

    /** The value, or the default where none was given. */
    public T or(T otherwise) {
        return value == null ? otherwise : value;
    }
}
