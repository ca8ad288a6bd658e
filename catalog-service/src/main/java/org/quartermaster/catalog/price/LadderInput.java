package org.quartermaster.catalog.price;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.platform.rest.Fields;

/**
 * A ladder as a request gives it.
 *
 * @param like what all of its rows have alike
 * @param tiers by their bounds, the lowest first
 */
record LadderInput(Price like, List<Tier> tiers) {
    private static final int MAX_TIERS = 1_000;

    record Tier(BigDecimal minimumQuantity, BigDecimal amount) {}

    static LadderInput read(Fields fields) {
        fields.require("tiers");
        var like = new Price();
        PriceFields.applyCase(fields, like);
        var tiers = new ArrayList<Tier>();
        var bounds = new HashSet<BigDecimal>();
        var items = fields.items("tiers", MAX_TIERS);
        for (var item : items) {
            item.require("minimum_quantity", "amount");
            var tier = new Tier(
                    Numbers.quantity(item, "minimum_quantity").value(),
                    Numbers.amount(item, "amount").value());
            if (tier.minimumQuantity() != null && !bounds.add(tier.minimumQuantity())) {
                item.error("minimum_quantity", "ladder.duplicate");
            }
            tiers.add(tier);
        }
        if (items.isEmpty()) {
            fields.error("tiers", "missing");
        }
        fields.checkStrictly();
        tiers.sort(Comparator.comparing(Tier::minimumQuantity));
        return new LadderInput(like, tiers);
    }
}
