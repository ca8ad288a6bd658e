package org.quartermaster.catalog.classification;

import org.quartermaster.catalog.text.Fold;

/** The form of a name by which examples and feedback know it. */
public final class ComparedName {
    private static final int LONGEST = 600;

    private ComparedName() {}

    /** The folded words of a text with single blanks between, at most 600 characters. */
    public static String of(String text) {
        var folded = String.join(" ", Terms.words(Fold.fold(text)));
        return folded.codePointCount(0, folded.length()) <= LONGEST
                ? folded
                : folded.substring(0, folded.offsetByCodePoints(0, LONGEST));
    }
}
