package org.quartermaster.catalog.safety;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A citation of a consensus standard, cut down to its family and its edition.
 *
 * @param key family and edition without body and spaces, upper case: {@code Z87.1-2020}
 * @param hasBody whether ANSI or another body stood before, which a bare number needs
 */
record ConsensusCitation(String key, boolean hasBody) {

    private static final Pattern BODIES =
            Pattern.compile("^(?:(?:ANSI|ISEA|ASSP|ASSE|ASTM|ASA|AWS|UL|UAMA|WMMA)[/\\s-]*)+");
    private static final Pattern EDITION = Pattern.compile("(?:[-:]((?:[0-9]{2})?[0-9]{2}))?(?:\\(R[0-9]{4}\\))?");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern NUMBER = Pattern.compile("[0-9-]+");
    private static final int FIRST_OF_THE_LAST_CENTURY = 50;

    static ConsensusCitation read(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        Matcher bodies = BODIES.matcher(upper);
        boolean hasBody = bodies.find();
        return new ConsensusCitation(bare(hasBody ? upper.substring(bodies.end()) : upper), hasBody);
    }

    /** The year that is cited with a family; empty for the family alone; nothing when another family is meant. */
    Optional<String> editionOf(String family) {
        String wanted = read(family).key();
        if (!key.startsWith(wanted) || (NUMBER.matcher(wanted).matches() && !hasBody)) {
            return Optional.empty();
        }
        Matcher edition = EDITION.matcher(key.substring(wanted.length()));
        return edition.matches() ? Optional.of(fullYear(edition.group(1))) : Optional.empty();
    }

    private static String fullYear(String year) {
        if (year == null) {
            return "";
        }
        if (year.length() == 2) {
            return (Integer.parseInt(year) < FIRST_OF_THE_LAST_CENTURY ? "20" : "19") + year;
        }
        return year;
    }

    private static String bare(String text) {
        return SPACE.matcher(text).replaceAll("");
    }
}
