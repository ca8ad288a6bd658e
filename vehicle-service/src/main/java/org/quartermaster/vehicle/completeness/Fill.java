package org.quartermaster.vehicle.completeness;

import java.util.Locale;
import java.util.Set;

/** Whether a field says something. */
public enum Fill {
    VALUE,
    EMPTY,
    /** A word that people write where they know nothing. */
    PLACEHOLDER,
    /** It is empty, but a serial number does instead. */
    SERIAL_NUMBER;

    static final Set<String> PLACEHOLDERS = Set.of("-", "?", "n/a", "na", "none", "null", "unknown", "tbd");

    /** Zero says something, blank does not. */
    public static Fill of(Object value) {
        if (value == null || value.toString().isBlank()) {
            return EMPTY;
        }
        return PLACEHOLDERS.contains(value.toString().strip().toLowerCase(Locale.ROOT)) ? PLACEHOLDER : VALUE;
    }

    public boolean isFilled() {
        return this == VALUE || this == SERIAL_NUMBER;
    }

    /** A condition in SQL that a text expression is not filled. */
    public static String emptySql(String text) {
        return "coalesce(lower(btrim(%s)), '') in ('', '%s')".formatted(text, String.join("', '", PLACEHOLDERS));
    }
}
