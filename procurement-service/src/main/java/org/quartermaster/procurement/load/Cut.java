package org.quartermaster.procurement.load;

/** Makes texts fit the columns that have a length; the release keeps them whole. */
final class Cut {
    private Cut() {}

    /** The first characters of a text; null stays null. */
    static String to(String text, int characters) {
        return text == null || text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters));
    }
}
