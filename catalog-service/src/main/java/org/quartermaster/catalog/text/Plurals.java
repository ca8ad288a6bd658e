package org.quartermaster.catalog.text;

import java.util.Map;
import java.util.regex.Pattern;

/** English plurals without a dictionary: rules whose results no rule changes again, and the words that break them. */
final class Plurals {
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{N}])[a-z]{3,}s(?![\\p{L}\\p{N}])");
    private static final Pattern WITH_ES = Pattern.compile(".+(?:ss|x|ch|sh|zz)");
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("lens", "lens"),
            Map.entry("lenses", "lens"),
            Map.entry("gases", "gas"),
            Map.entry("buses", "bus"),
            Map.entry("series", "series"),
            Map.entry("knives", "knife"),
            Map.entry("shelves", "shelf"),
            Map.entry("always", "always"),
            Map.entry("torches", "torch"),
            Map.entry("canvas", "canvas"),
            Map.entry("means", "means"));

    private Plurals() {}

    /** @param text in lower case */
    static String singular(String text) {
        return WORD.matcher(text).replaceAll(found -> word(found.group()));
    }

    private static String word(String word) {
        var irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return irregular;
        }
        if (word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) {
            return word;
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        var withoutEs = word.endsWith("es") ? word.substring(0, word.length() - 2) : "";
        if (WITH_ES.matcher(withoutEs).matches()) {
            return withoutEs;
        }
        return word.substring(0, word.length() - 1);
    }
}
