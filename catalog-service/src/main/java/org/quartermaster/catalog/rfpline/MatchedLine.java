package org.quartermaster.catalog.rfpline;

import java.math.BigDecimal;
import java.util.List;
import org.quartermaster.catalog.matching.Decision;
import org.quartermaster.catalog.matching.Match;
import org.quartermaster.catalog.matching.Wish;
import org.quartermaster.platform.db.Words;

/**
 * A line with the products that it may mean.
 *
 * @param uom the unit that it asks in, or null
 * @param perPack what its packs hold by its own words, or null
 * @param matches the surest first
 */
public record MatchedLine(
        long id, int lineNo, String uom, BigDecimal perPack, Wish wish, List<Match> matches, Thresholds thresholds) {

    private Decision decision() {
        return Decision.of(
                matches, thresholds.auto().doubleValue(), thresholds.least().doubleValue());
    }

    String status() {
        return Words.of(decision());
    }

    Long first() {
        return matches.isEmpty() ? null : matches.get(0).productId();
    }

    Long chosen() {
        return decision() == Decision.AUTO ? first() : null;
    }

    Number confidence() {
        return matches.isEmpty() ? null : BigDecimal.valueOf(matches.get(0).confidence());
    }

    List<LineConstraint> constraints() {
        return matches.isEmpty() ? LineConstraint.of(wish) : LineConstraint.of(wish, matches.get(0));
    }
}
