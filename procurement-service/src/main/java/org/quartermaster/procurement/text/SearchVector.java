package org.quartermaster.procurement.text;

import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The words of a tender, or of a chunk of a document, with their places: as Java matches terms against it, and as the
 * tsvector that PostgreSQL matches them against. Both see the same words, so both give the same answer.
 *
 * <p>What PostgreSQL cannot hold is left out of both: of title and description the text after 500,000 characters; the
 * words after about 1 MB of lexemes; and, for terms of several words only, what lies beyond position 16,375 or after
 * the 252nd place of one word. A term of one word is found wherever it stands.
 */
public final class SearchVector {
    private static final int MOST_CHARACTERS = 500_000;

    /** A tsvector ends at 1 MB (1,048,575 bytes). */
    private static final int MOST_BYTES = 950_000;

    private static final int BYTES_OF_LEXEME = 5;
    private static final int BYTES_OF_PLACE = 2;

    /** PostgreSQL counts to 16,383; above this, all words of a part stand in one place, next to no other. */
    static final int LAST_POSITION = 16_375;

    private final NavigableMap<String, Places> lexemes = new TreeMap<>();
    private int position;
    private int bytes;

    private SearchVector() {}

    /** The vector of a tender; missing texts are null. */
    public static SearchVector of(String title, String description, String buyer, String suppliers) {
        var vector = new SearchVector();
        vector.add(buyer, Part.BUYER);
        vector.add(suppliers, Part.SUPPLIERS);
        var first = cut(title, MOST_CHARACTERS);
        vector.add(first, Part.TITLE);
        vector.add(cut(description, MOST_CHARACTERS - (first == null ? 0 : first.length())), Part.DESCRIPTION);
        return vector;
    }

    /** The vector of a chunk of a document, without labels. */
    public static SearchVector ofChunk(String text) {
        var vector = new SearchVector();
        vector.add(cut(text, MOST_CHARACTERS), Part.SUPPLIERS);
        return vector;
    }

    private static String cut(String text, int length) {
        if (text == null || text.length() <= length) {
            return text;
        }
        var isWithin = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, isWithin ? length - 1 : length);
    }

    private void add(String text, Part part) {
        // NB: a gap, so that no term reaches from one part into the next.
        position++;
        for (var word : Folding.words(text)) {
            position++;
            var place = position <= LAST_POSITION ? position : LAST_POSITION + 2 * (part.ordinal() + 1);
            add(word.digraph(), place, part);
            if (!word.bare().equals(word.digraph())) {
                add(word.bare(), place, part);
            }
        }
    }

    private void add(String lexeme, int place, Part part) {
        var places = lexemes.get(lexeme);
        if (places == null) {
            var size = length(lexeme) + BYTES_OF_LEXEME;
            if (bytes + size + BYTES_OF_PLACE > MOST_BYTES) {
                return;
            }
            bytes += size;
            places = new Places();
            lexemes.put(lexeme, places);
        }
        bytes += places.add(place, part) ? BYTES_OF_PLACE : 0;
    }

    private static int length(String lexeme) {
        return lexeme.codePoints().allMatch(letter -> letter < 0x80) ? lexeme.length() : lexeme.length() * 3;
    }

    /** All spellings of all words, in order. */
    public Collection<String> spellings() {
        return lexemes.keySet();
    }

    /** True where the term's words stand next to each other within one of the parts. */
    public boolean has(Term term, Collection<Part> parts) {
        var bits = Part.bits(parts);
        if (term.words().size() == 1) {
            return term.words().get(0).spellings().stream()
                    .anyMatch(spelling -> has(spelling, term.words().get(0).isPrefix(), bits));
        }
        BitSet found = null;
        for (var word : term.words()) {
            var here = positions(word, bits);
            if (found != null) {
                here.and(shifted(found));
            }
            if (here.isEmpty()) {
                return false;
            }
            found = here;
        }
        return true;
    }

    /** As {@link #has(Term, Collection)}, in the whole text. */
    public boolean has(Term term) {
        return has(term, EnumSet.allOf(Part.class));
    }

    private boolean has(String spelling, boolean isPrefix, int bits) {
        return matching(spelling, isPrefix).values().stream().anyMatch(places -> places.isIn(bits));
    }

    private BitSet positions(TermWord word, int bits) {
        var positions = new BitSet();
        for (var spelling : word.spellings()) {
            matching(spelling, word.isPrefix()).values().forEach(places -> places.mark(bits, positions));
        }
        return positions;
    }

    private NavigableMap<String, Places> matching(String spelling, boolean isPrefix) {
        return lexemes.subMap(spelling, true, isPrefix ? spelling + Character.MAX_VALUE : spelling, true);
    }

    private static BitSet shifted(BitSet positions) {
        var next = new BitSet();
        positions.stream().forEach(place -> next.set(place + 1));
        return next;
    }

    /** The literal of a tsvector. NB: a spelling is made of letters and digits, which need no escape but quotes. */
    public String literal() {
        var literal = new StringBuilder();
        lexemes.forEach((lexeme, places) -> {
            literal.append(literal.length() == 0 ? "'" : " '").append(lexeme).append('\'');
            places.write(literal);
        });
        return literal.toString();
    }
}
