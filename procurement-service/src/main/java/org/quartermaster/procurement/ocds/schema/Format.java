package org.quartermaster.procurement.ocds.schema;

import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** The formats that OCDS names. */
enum Format {
    DATE_TIME("a date with time and zone (RFC 3339), as 2025-03-04T10:00:00Z") {
        @Override
        boolean accepts(String text) {
            var parts = RFC_3339.matcher(text);
            return parts.matches() && isDay(text) && isTime(text) && isOffset(parts.group(1));
        }
    },
    URI("an absolute URI (RFC 3986)") {
        @Override
        boolean accepts(String text) {
            try {
                var uri = new java.net.URI(text);
                var query = uri.getRawQuery();
                return uri.isAbsolute()
                        && text.chars().allMatch(c -> c < FIRST_BEYOND_ASCII)
                        && (query == null || (query.indexOf('[') < 0 && query.indexOf(']') < 0));
            } catch (URISyntaxException e) {
                return BARE_SCHEME.matcher(text).matches();
            }
        }
    };

    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");
    /** A scheme alone, which java.net.URI refuses and the standard allows. */
    private static final Pattern BARE_SCHEME = Pattern.compile("([A-Za-z0-9+\\-.]*:)?//|[A-Za-z0-9+\\-.]+:");

    private static final int FIRST_BEYOND_ASCII = 128;
    private static final int HOURS_AT = 11;
    private static final int MINUTES_AT = 14;
    private static final int SECONDS_AT = 17;
    private static final int LARGEST_OFFSET = 18 * 60;

    private final String description;

    Format(String description) {
        this.description = description;
    }

    abstract boolean accepts(String text);

    String description() {
        return description;
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isTime(String text) {
        return two(text, HOURS_AT) < 24 && two(text, MINUTES_AT) < 60 && two(text, SECONDS_AT) < 60;
    }

    private static boolean isOffset(String offset) {
        return offset.length() == 1 || (two(offset, 1) * 60 + two(offset, 4) <= LARGEST_OFFSET && two(offset, 4) < 60);
    }

    private static int two(String text, int from) {
        return number(text, from, from + 2);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text.substring(from, to));
    }
}
