package org.quartermaster.equipment.maintenance;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.quartermaster.platform.rest.Field;
import org.quartermaster.platform.rest.Fields;

/** One part used. */
record PartLine(
        int lineNo,
        String name,
        String sku,
        BigDecimal quantity,
        String unit,
        BigDecimal unitCost,
        String currency,
        String recommendationId) {
    private static final int MAX_LINES = 200;
    private static final String MAX_MONEY = "9999999999.99";

    static List<PartLine> read(Fields fields) {
        var items = fields.items("parts", MAX_LINES);
        return IntStream.range(0, items.size())
                .mapToObj(i -> read(i + 1, items.get(i)))
                .toList();
    }

    private static PartLine read(int lineNo, Fields item) {
        item.require("name");
        Field<BigDecimal> quantity = item.decimal("quantity", 3, "0.001", "999999999.999");
        return new PartLine(
                lineNo,
                item.text("name", 1, 200).value(),
                item.text("sku", 0, 100).value(),
                quantity.or(BigDecimal.ONE),
                item.text("unit", 0, 20).value(),
                item.money("unit_cost", MAX_MONEY).value(),
                RecordFields.currency(item),
                item.text("recommendation_id", 0, 50).value());
    }

    /** The same line with a price. */
    PartLine at(BigDecimal price, String priceCurrency) {
        return new PartLine(lineNo, name, sku, quantity, unit, price, priceCurrency, recommendationId);
    }

    /** Quantity times price; null without a price. */
    BigDecimal total() {
        return unitCost == null ? null : unitCost.multiply(quantity);
    }
}
