package org.quartermaster.platform.db;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Enumerations on the wire and in the database: the constant's name in lower case. */
public final class Words {
    /** NB: kept for each type, because a list asks for some hundred words. */
    private static final ClassValue<Map<String, Enum<?>>> CONSTANTS = new ClassValue<>() {
        @Override
        protected Map<String, Enum<?>> computeValue(Class<?> type) {
            return Arrays.stream((Enum<?>[]) type.getEnumConstants())
                    .collect(Collectors.toMap(Words::of, Function.identity()));
        }
    };

    private Words() {}

    /** The word of a constant. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The constant of a word, exact in case; empty where the enumeration has no such word. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
        return Optional.ofNullable(type.cast(CONSTANTS.get(type).get(word)));
    }
}
