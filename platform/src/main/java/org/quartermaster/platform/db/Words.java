package org.quartermaster.platform.db;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Enumerations on the wire and in the database: the constant's name in lower case. */
public final class Words {
    private Words() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The constant of a word, exact in case; empty where the enumeration has no such word. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(word))
                .findFirst();
    }
}
