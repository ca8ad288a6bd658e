package org.quartermaster.procurement.text;

import java.util.List;
import java.util.regex.Pattern;

/** A word or quoted phrase of a search, as it was typed. */
record QueryToken(String text, boolean isQuoted, boolean isExcluded) {
    /** NB: a quote that is not closed goes on to the end. */
    private static final Pattern TOKEN = Pattern.compile("(-?)(?:\"([^\"]*)(?:\"|$)|([^\\s\"]+))");

    static List<QueryToken> all(String text) {
        return TOKEN.matcher(text.replaceAll("[\u201C\u201D\u201E\u201F\u00AB\u00BB]", "\""))
                .results()
                .map(found -> new QueryToken(
                        found.group(2) == null ? found.group(3) : found.group(2),
                        found.group(2) != null,
                        !found.group(1).isEmpty()))
                .toList();
    }

    boolean isOr() {
        return !isQuoted && !isExcluded && text.equals("OR");
    }
}
