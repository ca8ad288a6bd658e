package org.quartermaster.catalog.search;

import java.math.BigDecimal;
import java.util.List;
import org.quartermaster.platform.list.Cursor;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/**
 * The hit behind which a page begins.
 *
 * @param widest the last tier that the first page looked at, so that no page looks further than the one before it
 */
record SearchPlace(int tier, BigDecimal score, long id, int widest) {
    private static final int VALUES = 4;
    private static final int TIERS = 5;

    /** The place of a cursor; null without one; 400 when it is broken or of another search. */
    static SearchPlace decode(String cursor, String identity) {
        var place = Cursor.decode(cursor, identity, VALUES);
        if (place == null) {
            return null;
        }
        try {
            var values = place.values();
            var read = new SearchPlace(
                    Integer.parseInt(values.get(0)),
                    new BigDecimal(values.get(1)),
                    Long.parseLong(values.get(2)),
                    Integer.parseInt(values.get(3)));
            if (read.tier < 1 || read.tier > TIERS || read.widest > TIERS || Math.abs(read.score.scale()) > TIERS + 1) {
                throw Problem.of(ProblemType.BAD_CURSOR);
            }
            return read;
        } catch (NumberFormatException | NullPointerException forged) {
            throw Problem.of(ProblemType.BAD_CURSOR);
        }
    }

    String encode(String identity) {
        return new Cursor(
                        identity,
                        false,
                        List.of(
                                Integer.toString(tier),
                                score.toPlainString(),
                                Long.toString(id),
                                Integer.toString(widest)))
                .encode();
    }
}
