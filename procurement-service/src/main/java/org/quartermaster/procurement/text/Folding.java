package org.quartermaster.procurement.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The words of a text, folded so that a word is found however it is written: NFKC, lower case, Cyrillic as Latin,
 * without marks. Does not depend on the locale of the machine.
 */
public final class Folding {
    /** A longer spelling is cut; PostgreSQL takes lexemes of 2,046 bytes. */
    static final int LONGEST = 255;

    private final String text;
    private final boolean normal;
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder digraph = new StringBuilder();
    private final StringBuilder bare = new StringBuilder();
    private int start;
    private int end;
    private int letters;

    private Folding(String text) {
        this.text = text;
        this.normal = Normalizer.isNormalized(text, Normalizer.Form.NFKC);
    }

    /** The words in their order; none for null. */
    public static List<Word> words(String text) {
        return text == null ? List.of() : new Folding(text).read();
    }

    /** The words as one text, by which equal names are equal however they are written; digraphs, as they tell more. */
    public static String key(String text) {
        return words(text).stream().map(Word::digraph).collect(Collectors.joining(" "));
    }

    private List<Word> read() {
        for (var place = 0; place < text.length(); ) {
            var next = clusterEnd(place);
            read(place, next);
            place = next;
        }
        flush();
        return words;
    }

    /** Normalizes piece by piece, so that places in the text as it was given stay known. */
    private void read(int from, int to) {
        if (to == from + 1 && text.charAt(from) < 0x80) {
            add(Character.toLowerCase(text.charAt(from)), from, to);
            return;
        }
        var piece = text.substring(from, to);
        (normal ? piece : Normalizer.normalize(piece, Normalizer.Form.NFKC))
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(character -> add(character, from, to));
    }

    private void add(int character, int from, int to) {
        if (!Letters.isOfWord(character)) {
            flush();
            return;
        }
        var isLetter = !Letters.isMark(character) && !Letters.isDropped(character);
        if (digraph.length() == 0 && !isLetter) {
            return;
        }
        start = letters == 0 ? from : start;
        end = to;
        letters += isLetter ? 1 : 0;
        Letters.fold(character, digraph, bare);
    }

    private void flush() {
        if (digraph.length() > 0) {
            var first = spelling(digraph.toString());
            var second = spelling(Letters.collapsed(bare));
            words.add(new Word(first, first.equals(second) ? first : second, start, end, letters));
        }
        digraph.setLength(0);
        bare.setLength(0);
        letters = 0;
    }

    private static String spelling(String folded) {
        var normal = Normalizer.normalize(folded, Normalizer.Form.NFKC);
        if (normal.length() <= LONGEST) {
            return normal;
        }
        return normal.substring(0, Character.isHighSurrogate(normal.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /** The end of a character with all that may join it when normalized: marks, and the rest of a Hangul syllable. */
    private int clusterEnd(int from) {
        var place = from + Character.charCount(text.codePointAt(from));
        while (!normal && place < text.length() && joins(text.codePointAt(place))) {
            place += Character.charCount(text.codePointAt(place));
        }
        return place;
    }

    private static boolean joins(int character) {
        return character >= 0x0300
                && (Letters.isMark(character)
                        || character >= 0x1160 && character <= 0x11FF
                        || character == 0xFF9E
                        || character == 0xFF9F);
    }
}
