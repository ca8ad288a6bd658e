package org.quartermaster.vehicle.vin;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as a VIN would be written: without white space around it and separators in it, in capital letters. No other
 * character is replaced or left out, because that would make another VIN.
 *
 * @param normalization steps that changed something: {@code trimmed}, {@code separators}, {@code case}
 */
record NormalForm(String value, List<String> normalization) {
    /** Space, tab, the no-break spaces and the hyphens. */
    private static final String SEPARATORS = " \t\u00A0\u2007\u202F-\u2010\u2011";

    static NormalForm of(String raw) {
        var steps = new ArrayList<String>();
        var trimmed = note(raw, trim(raw), "trimmed", steps);
        var joined = note(trimmed, join(trimmed), "separators", steps);
        var capital = note(joined, capitalize(joined), "case", steps);
        return new NormalForm(capital, List.copyOf(steps));
    }

    private static String note(String before, String after, String step, List<String> steps) {
        if (!after.equals(before)) {
            steps.add(step);
        }
        return after;
    }

    private static String trim(String text) {
        var start = 0;
        var end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** NB: neither of the two knows all kinds; the no-break spaces are missing from the first, tabs from the second. */
    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static String join(String text) {
        var joined = new StringBuilder(text.length());
        text.chars().filter(each -> SEPARATORS.indexOf(each) < 0).forEach(each -> joined.append((char) each));
        return joined.toString();
    }

    /** NB: a to z alone, because others do not become a letter of VINs, or become one that was not meant (U+017F). */
    private static String capitalize(String text) {
        var capital = new StringBuilder(text.length());
        text.chars().forEach(each -> capital.append((char) (each >= 'a' && each <= 'z' ? each - 'a' + 'A' : each)));
        return capital.toString();
    }
}
