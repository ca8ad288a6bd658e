package org.quartermaster.platform.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How large the body of an endpoint, or of every endpoint of a resource, may be, in MiB, where that is not the 1 MiB of
 * all others. Larger ones are answered with 413: at once when their length is declared, else as soon as more has been
 * read. NB: an endpoint that takes more than 8 MiB takes an {@code InputStream} on a worker thread, so that memory stays
 * constant.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface BodyLimit {
    /** For any type of content. */
    int value() default 1;

    /** Name of the configuration property that says it in its place, such as {@code 64M}; empty = none does. */
    String property() default "";

    /** For JSON documents, which are read as a whole; 0 = the same. */
    int json() default 0;
}
