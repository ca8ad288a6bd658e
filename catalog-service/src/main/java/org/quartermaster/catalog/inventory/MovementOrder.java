package org.quartermaster.catalog.inventory;

import java.math.BigDecimal;
import org.quartermaster.platform.rest.Fields;

/**
 * A movement that a client asks for.
 *
 * @param quantity above zero; of an adjustment signed
 */
record MovementOrder(Place place, Cause cause, BigDecimal quantity) {
    /** What clients may book by themselves. */
    enum Kind {
        RECEIPT,
        ISSUE,
        ADJUSTMENT
    }

    static MovementOrder read(Fields fields) {
        fields.require("product_id", "warehouse_id", "kind", "quantity");
        var product = StockFields.id(fields, "product_id");
        var warehouse = StockFields.id(fields, "warehouse_id");
        var kind = fields.word("kind", Kind.class).value();
        var least = kind == Kind.ADJUSTMENT ? "-" + StockFields.MOST : StockFields.LEAST;
        var quantity = StockFields.quantity(fields, "quantity", least).value();
        if (quantity != null && quantity.signum() == 0) {
            fields.error("quantity", "quantity.zero");
        }
        var reason = fields.text("reason", 0, 300).value();
        var reference = fields.text("reference", 0, 300).value();
        fields.checkStrictly();
        return new MovementOrder(
                new Place(product, warehouse),
                new Cause(MovementKind.valueOf(kind.name()), reason, reference),
                quantity);
    }

    /** What it does to the stock on hand. */
    BigDecimal delta() {
        return cause.kind() == MovementKind.ISSUE ? quantity.negate() : quantity;
    }
}
