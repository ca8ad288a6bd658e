package org.quartermaster.catalog.rfpline;

import java.math.BigDecimal;
import org.quartermaster.catalog.matching.Wish;

/**
 * A line that is to be kept.
 *
 * @param sourceSpan JSON: page, sheet, row, start and end in the document; an empty object where it stands in none
 * @param unspscHint the commodity that the publisher names, or null
 */
public record NewLine(
        int lineNo,
        String lot,
        String sourceSpan,
        String rawText,
        BigDecimal quantity,
        String uom,
        String uomRaw,
        Wish wish,
        String unspscHint) {
    /** As the columns take it. */
    private static final int LONGEST_TEXT = 20_000;

    private static final int LONGEST_NAME = 300;

    NewLine numbered(int number) {
        return new NewLine(number, lot, sourceSpan, rawText, quantity, uom, uomRaw, wish, unspscHint);
    }

    String shownLot() {
        return cut(lot, LONGEST_NAME);
    }

    String shownText() {
        return cut(rawText, LONGEST_TEXT);
    }

    String shownUomRaw() {
        return cut(uomRaw, LONGEST_NAME);
    }

    String description() {
        return cut(wish.text(), LONGEST_TEXT);
    }

    String brand() {
        return cut(wish.brand(), LONGEST_NAME);
    }

    String mpn() {
        return cut(wish.mpn(), LONGEST_NAME);
    }

    /** NB: PostgreSQL takes no NUL. */
    private static String cut(String text, int most) {
        return text == null
                ? null
                : text.substring(0, Math.min(most, text.length())).replace('\0', ' ');
    }
}
