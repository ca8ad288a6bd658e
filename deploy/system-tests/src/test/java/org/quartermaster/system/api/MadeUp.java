package org.quartermaster.system.api;

import java.util.regex.Pattern;

/** Ids of the form of others, of which there is no row. */
final class MadeUp {
    private static final long FAR = 4_000_000_000L;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");

    private MadeUp() {}

    static String like(String id) {
        return NUMBER.matcher(id).matches()
                ? Long.toString(FAR + Long.parseLong(id))
                : DIGIT.matcher(id).replaceAll(digit -> Integer.toString((Integer.parseInt(digit.group()) + 5) % 10));
    }

    /** A target of the template with made-up ids in the place of those that it has. */
    static String path(String template, String target) {
        var end = target.indexOf('?');
        var segments = (end < 0 ? target : target.substring(0, end)).split("/");
        var parts = template.split("/");
        for (var i = 0; i < parts.length; i++) {
            if (parts[i].startsWith("{") && KnownRows.isIdentity(parts[i].substring(1, parts[i].length() - 1))) {
                segments[i] = like(segments[i]);
            }
        }
        return String.join("/", segments) + (end < 0 ? "" : target.substring(end));
    }
}
