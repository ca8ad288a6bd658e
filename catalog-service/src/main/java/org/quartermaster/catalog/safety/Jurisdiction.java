package org.quartermaster.catalog.safety;

import org.quartermaster.platform.rest.Fields;

/** Whose law a rule is. NB: these words are written in capitals, unlike others. */
public final class Jurisdiction {
    public static final String US = "US";

    private static final int LENGTH = 2;

    private Jurisdiction() {}

    /** The field {@code jurisdiction}; null where it is not given. */
    public static String read(Fields fields) {
        var given = fields.text("jurisdiction", LENGTH, LENGTH).value();
        if (given != null && !given.matches("US|EU")) {
            fields.error("jurisdiction", "enum", "US, EU");
        }
        return given;
    }
}
