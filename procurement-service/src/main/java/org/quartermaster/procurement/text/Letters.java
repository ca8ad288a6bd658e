package org.quartermaster.procurement.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** How single letters are folded: into a digraph and bare, which for most letters is the same. */
final class Letters {
    private static final String BOTH = """
            а a, б b, в v, г g, д d, ѓ gj/g, ђ dj/d, е e, ё e, є je, ж zh/z, з z, ѕ dz/z, и i, і i, ї ji, ј j, й j, \
            к k, л l, љ lj, м m, н n, њ nj, о o, п p, р r, с s, т t, ќ kj/k, ћ c, у u, ф f, х h, ц c, ч ch/c, \
            џ dzh/dz, ш sh/s, щ sht/st, ъ a, ы y, ь /, э e, ю ju, я ja, ґ g, \
            š sh/s, č ch/c, ž zh/z, đ dj/d, ß ss, æ ae, œ oe, ø o, ł l, ı i, ς σ, \
            أ ا, إ ا, آ ا, ى ي, ة ه\
            """;
    private static final Map<Integer, String[]> TABLE = table();

    /** The first letters of the digraphs that end in h, and of those that end in j. */
    private static final String BEFORE_H = "scz";

    private static final String BEFORE_J = "dgk";

    private Letters() {}

    private static Map<Integer, String[]> table() {
        var table = new HashMap<Integer, String[]>();
        for (var entry : BOTH.split(", ")) {
            var parts = entry.strip().split(" ");
            var spellings = parts[1].split("/", -1);
            table.put(parts[0].codePointAt(0), new String[] {spellings[0], spellings[spellings.length - 1]});
        }
        return table;
    }

    /** Adds a letter in lower case and NFKC, or a mark, to both spellings. */
    static void fold(int letter, StringBuilder digraph, StringBuilder bare) {
        var known = letter < 0x80 ? null : TABLE.get(letter);
        if (known != null) {
            digraph.append(known[0]);
            bare.append(known[1]);
        } else if (letter < 0x80 || !hasMark(letter)) {
            append(letter, digraph, bare);
        } else {
            Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
                    .codePoints()
                    .filter(each -> !isDropped(each))
                    .forEach(each -> fold(each, digraph, bare));
        }
    }

    private static void append(int letter, StringBuilder digraph, StringBuilder bare) {
        if (!isDropped(letter)) {
            digraph.appendCodePoint(letter);
            bare.appendCodePoint(letter);
        }
    }

    /** NB: Hangul and some Indian letters come apart too, but not into a letter and a mark that is dropped. */
    private static boolean hasMark(int letter) {
        var text = Character.toString(letter);
        return !Normalizer.isNormalized(text, Normalizer.Form.NFD)
                && Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().anyMatch(Letters::isAccent);
    }

    /** Accents, Arabic vowel marks and tatweel, and characters that only guide how letters are joined. */
    static boolean isDropped(int character) {
        return isAccent(character)
                || isArabicMark(character)
                || character == 0x0640
                || Character.getType(character) == Character.FORMAT && character != 0x200B;
    }

    private static boolean isAccent(int character) {
        return character >= 0x0300 && character <= 0x036F;
    }

    private static boolean isArabicMark(int character) {
        return Character.getType(character) == Character.NON_SPACING_MARK
                && Character.UnicodeScript.of(character) != Character.UnicodeScript.DEVANAGARI
                && (character >= 0x0610 && character <= 0x06ED || character >= 0x08D3 && character <= 0x08FF);
    }

    /** True for what a word is made of. */
    static boolean isOfWord(int character) {
        return Character.isLetterOrDigit(character) || isMark(character) || isDropped(character);
    }

    static boolean isMark(int character) {
        var type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /**
     * The bare spelling of a word that was written with digraphs: {@code shkola} is {@code skola} as well. NB: without
     * it those two, each of which finds {@code škola}, would not find each other.
     */
    static String collapsed(StringBuilder word) {
        var bare = new StringBuilder(word.length());
        for (var i = 0; i < word.length(); i++) {
            var letter = word.charAt(i);
            var before = bare.length() == 0 ? ' ' : bare.charAt(bare.length() - 1);
            if (!(letter == 'h' && BEFORE_H.indexOf(before) >= 0)
                    && !(letter == 'j' && BEFORE_J.indexOf(before) >= 0)) {
                bare.append(letter);
            }
        }
        return bare.toString();
    }
}
