package org.quartermaster.catalog.text;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of a text in their folded form. */
public final class Words {
    private static final Pattern WORD = Pattern.compile("\\p{N}+(?:[.,]\\p{N}+)+(?!\\p{L})|[\\p{L}\\p{M}\\p{N}]+");

    private Words() {}

    /**
     * Folds a text and splits it at everything that is no letter and no digit; a decimal number stays one word.
     *
     * @param text any text
     */
    public static List<String> of(String text) {
        return WORD.matcher(Fold.fold(text))
                .results()
                .map(MatchResult::group)
                .map(word -> word.replace(',', '.'))
                .toList();
    }
}
