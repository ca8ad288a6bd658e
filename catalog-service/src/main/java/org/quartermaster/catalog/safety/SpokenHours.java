package org.quartermaster.catalog.safety;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** How long work takes by the words that ask about it: drilling for 3 hours. */
final class SpokenHours {
    private static final Pattern HOURS = Pattern.compile(
            "(?<![0-9.,])([0-9]{1,2}(?:[.,][0-9]{1,2})?) ?(?:h|hrs?|hours?)\\b", Pattern.CASE_INSENSITIVE);

    private SpokenHours() {}

    /** @return null where the text, or none, names no hours or several */
    static BigDecimal in(String text) {
        var found = HOURS.matcher(text == null ? "" : text)
                .results()
                .map(match -> new BigDecimal(match.group(1).replace(',', '.')))
                .toList();
        return found.size() == 1 && found.get(0).signum() > 0 ? found.get(0) : null;
    }
}
