package org.quartermaster.system.api;

import java.util.regex.Pattern;

/** Ids of the form of others, of which there is no row. */
final class MadeUp {
    private static final long FAR = 2_000_000_000L;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,8}");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");

    private MadeUp() {}

    static String like(String id) {
        return NUMBER.matcher(id).matches()
                ? Long.toString(FAR + Long.parseLong(id))
                : DIGIT.matcher(id).replaceAll(digit -> Integer.toString((Integer.parseInt(digit.group()) + 5) % 10));
    }
}
