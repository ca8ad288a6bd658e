package org.quartermaster.catalog.price;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A ladder as it was written, the lowest bound first.
 *
 * @param warnings of tiers that cost more than the one below
 */
@Schema(name = "Ladder")
record LadderView(List<PriceView> rows, List<LadderWarning> warnings) {

    /** @param minimumQuantity of the tier that is dearer than the one below */
    @Schema(name = "LadderWarning")
    record LadderWarning(String code, BigDecimal minimumQuantity) {}

    static LadderView of(List<Price> prices) {
        var rows = prices.stream()
                .map(PriceView::of)
                .sorted(Comparator.comparing(PriceView::minimumQuantity))
                .toList();
        var warnings = new ArrayList<LadderWarning>();
        for (var i = 1; i < rows.size(); i++) {
            if (rows.get(i).amount().compareTo(rows.get(i - 1).amount()) > 0) {
                warnings.add(new LadderWarning("ladder.dearer", rows.get(i).minimumQuantity()));
            }
        }
        return new LadderView(rows, warnings);
    }
}
