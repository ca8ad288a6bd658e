package org.quartermaster.catalog.rfpline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.catalog.matching.Match;
import org.quartermaster.catalog.matching.Wish;
import org.quartermaster.catalog.unit.Comparison.Outcome;
import org.quartermaster.catalog.unit.Measure;
import org.quartermaster.platform.db.Words;

/**
 * What a line requires of a product.
 *
 * @param featureId the ETIM feature, where it is known
 * @param op eq, ge, le or between
 * @param unit code of the unit of low and high; null for sizes, threads, protection classes and standards
 * @param text the words of the line
 * @param outcome met, not_met or unknown: of the product of the line, else of the surest match
 */
@Schema(name = "RfpLineConstraint")
public record LineConstraint(
        String name,
        String featureId,
        String op,
        BigDecimal low,
        BigDecimal high,
        String unit,
        String text,
        String outcome) {

    /** Those of a line before it is matched. */
    public static List<LineConstraint> of(Wish wish) {
        return wish.constraints().stream()
                .map(measure -> of(wish.text(), measure, Outcome.UNKNOWN))
                .toList();
    }

    /** Those of a line with what a match says of them. */
    public static List<LineConstraint> of(Wish wish, Match match) {
        var all = new ArrayList<LineConstraint>();
        for (var check : match.checks()) {
            all.add(of(wish.text(), check.constraint(), check.outcome()));
        }
        return all;
    }

    private static LineConstraint of(String line, Measure measure, Outcome outcome) {
        var unit = measure.unit();
        var name = measure.name() != null
                ? measure.name()
                : unit == null ? measure.kind().name().toLowerCase(Locale.ROOT) : unit.dimension();
        return new LineConstraint(
                name,
                null,
                Words.of(measure.op()),
                measure.low(),
                measure.high(),
                unit == null ? null : unit.code(),
                line.substring(measure.start(), measure.end()),
                Words.of(outcome));
    }

    LineConstraint with(String other) {
        return new LineConstraint(name, featureId, op, low, high, unit, text, other);
    }
}
