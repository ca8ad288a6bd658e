package org.quartermaster.procurement.text;

import java.util.Arrays;
import java.util.BitSet;

/** Where a lexeme stands: positions in ascending order, each with the part of the text that it belongs to. */
final class Places {
    /** PostgreSQL keeps 256 positions of a lexeme; the rest is for the first place in each part. */
    private static final int MOST = 252;

    private static final int PART_BITS = 2;
    private static final int PART_MASK = 3;

    private int[] places = new int[2];
    private int count;
    private int parts;

    /** Notes a place unless there are enough; true where it was noted. */
    boolean add(int position, Part part) {
        var place = position << PART_BITS | part.ordinal();
        var isKnown = count > 0 && places[count - 1] >> PART_BITS == position;
        if (isKnown || count >= MOST && (parts & part.bit()) != 0) {
            return false;
        }
        if (count == places.length) {
            places = Arrays.copyOf(places, count * 2);
        }
        places[count++] = place;
        parts |= part.bit();
        return true;
    }

    boolean isIn(int bits) {
        return (parts & bits) != 0;
    }

    /** Sets the positions that lie in the parts. */
    void mark(int bits, BitSet positions) {
        for (var i = 0; i < count; i++) {
            if ((1 << (places[i] & PART_MASK) & bits) != 0) {
                positions.set(places[i] >> PART_BITS);
            }
        }
    }

    /** As a tsvector writes them. */
    void write(StringBuilder literal) {
        for (var i = 0; i < count; i++) {
            var label = Part.values()[places[i] & PART_MASK].label();
            literal.append(i == 0 ? ':' : ',').append(places[i] >> PART_BITS);
            if (label != 'D') {
                literal.append(label);
            }
        }
    }
}
