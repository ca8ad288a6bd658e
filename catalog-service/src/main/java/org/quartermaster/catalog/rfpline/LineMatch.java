package org.quartermaster.catalog.rfpline;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.catalog.matching.Match.Evidence;

/** A product that a line may mean, with why. */
@Schema(name = "RfpLineMatch")
record LineMatch(
        int rank,
        long productId,
        String sku,
        String name,
        BigDecimal score,
        BigDecimal confidence,
        List<Evidence> evidence,
        String modelVersion) {

    /** What it says of a constraint, by the words of the line. */
    String outcome(LineConstraint constraint) {
        return evidence.stream()
                .filter(one -> one.kind().equals("constraint") && one.textSpan().equals(constraint.text()))
                .map(one -> one.effect() > 0 ? "met" : "not_met")
                .findFirst()
                .orElse("unknown");
    }
}
