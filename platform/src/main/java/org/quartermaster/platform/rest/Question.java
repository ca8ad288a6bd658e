package org.quartermaster.platform.rest;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One question of the code to a request, such as a field that it reads and the bounds that it sets. The test that
 * writes the description of the API listens, so that the description comes from the code itself; nobody listens in
 * production.
 *
 * @param path name of the field, with {@code []} for the objects of an array, such as {@code parts[].name}
 * @param schema JSON Schema of a value; empty where the kind says all
 */
public record Question(Kind kind, Source source, String path, Map<String, Object> schema) {
    /** What is asked. */
    public enum Kind {
        /** The value of a field. */
        VALUE,
        /** Whether a field was given. */
        PRESENCE,
        /** That a field has a value. */
        REQUIRED,
        /** That a field is not null where it is given. */
        NOT_NULL,
        /** That no other field was given. */
        NOTHING_ELSE
    }

    /** Where the answer may stand. */
    public enum Source {
        QUERY,
        JSON,
        QUERY_OR_JSON,
        HEADER,
        /** In a part of a form, which describes itself. */
        FORM,
        /** In what the service stored itself; no client is asked for it. */
        STORED
    }

    private static volatile Consumer<Question> listener;

    /** Hears every question from now on; null ends it. */
    public static void listen(Consumer<Question> hearing) {
        listener = hearing;
    }

    static void ask(Kind kind, Source source, String path, Supplier<Map<String, Object>> schema) {
        var hearing = listener;
        if (hearing != null && source != Source.STORED && source != Source.FORM) {
            hearing.accept(new Question(kind, source, path.replaceAll("\\[\\d+]", "[]"), schema.get()));
        }
    }
}
