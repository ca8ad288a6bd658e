package org.quartermaster.catalog.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** The one form in which texts are compared: queries and documents both go through it (catalog.md 3.1). */
public final class Fold {
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('ø', "o"),
            Map.entry('ł', "l"),
            Map.entry('đ', "d"),
            Map.entry('ħ', "h"),
            Map.entry('ı', "i"),
            Map.entry('ß', "ss"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('ё', "е"),
            Map.entry('آ', "ا"),
            Map.entry('أ', "ا"),
            Map.entry('إ', "ا"),
            Map.entry('ٱ', "ا"),
            Map.entry('ى', "ي"),
            Map.entry('ی', "ي"),
            Map.entry('ې', "ي"),
            Map.entry('ئ', "ي"),
            Map.entry('ؤ', "و"),
            Map.entry('ک', "ك"),
            Map.entry('ة', "ه"));
    private static final int ASCII = 128;
    private static final char TATWEEL = 'ـ';

    private Fold() {}

    /**
     * Folds a text: NFKC, lower case, Latin accents and Arabic marks off, letter forms of Arabic unified, digits of any
     * script to 0-9, English plurals to the singular, white space to single blanks. Folding twice changes nothing.
     *
     * @param text any text
     */
    public static String fold(String text) {
        return Plurals.singular(letters(text));
    }

    /** The fold without the plural rule, for what is no English sentence: names of files, slugs. */
    static String letters(String text) {
        return text.chars().allMatch(letter -> letter < ASCII) ? plain(text) : any(text);
    }

    /** NB: most texts of a catalogue are ASCII, and the normal forms cost ten times as much. */
    private static String plain(String text) {
        var folded = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter > ' ') {
                folded.append(letter >= 'A' && letter <= 'Z' ? (char) (letter + 'a' - 'A') : letter);
            } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        return folded.toString().strip();
    }

    private static String any(String text) {
        var lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var apart = Normalizer.normalize(lower, Normalizer.Form.NFKD);
        var folded = new StringBuilder(apart.length());
        for (var letter : apart.codePoints().toArray()) {
            if (isMark(letter)) {
                if (!folded.isEmpty() && keepsMarks(folded.codePointBefore(folded.length()))) {
                    folded.appendCodePoint(letter);
                }
            } else {
                append(folded, letter);
            }
        }
        return mapped(Normalizer.normalize(folded, Normalizer.Form.NFC)).strip();
    }

    private static boolean isMark(int letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK
                || Character.getType(letter) == Character.ENCLOSING_MARK;
    }

    private static boolean keepsMarks(int base) {
        var script = Character.UnicodeScript.of(base);
        return (Character.isLetter(base) || isMark(base))
                && script != Character.UnicodeScript.LATIN
                && script != Character.UnicodeScript.GREEK
                && script != Character.UnicodeScript.ARABIC;
    }

    private static void append(StringBuilder folded, int letter) {
        if (Character.getType(letter) == Character.DECIMAL_DIGIT_NUMBER) {
            folded.append(Character.digit(letter, 10));
        } else if (Character.isWhitespace(letter) || Character.isSpaceChar(letter) || letter < ' ') {
            if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        } else if (letter != TATWEEL && Character.getType(letter) != Character.FORMAT) {
            folded.appendCodePoint(letter);
        }
    }

    private static String mapped(String text) {
        var mapped = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            var other = letter < ASCII ? null : LETTERS.get(letter);
            if (other == null) {
                mapped.append(letter);
            } else {
                mapped.append(other);
            }
        }
        return mapped.toString();
    }
}
