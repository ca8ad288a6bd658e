package org.quartermaster.catalog.inventory;

import java.math.BigDecimal;
import org.quartermaster.platform.rest.Fields;

/** A transfer that a client asks for. */
record Transfer(Place from, Place to, BigDecimal quantity) {
    static Transfer read(Fields fields) {
        fields.require("product_id", "from_warehouse_id", "to_warehouse_id", "quantity");
        var product = StockFields.id(fields, "product_id");
        var from = StockFields.id(fields, "from_warehouse_id");
        var to = StockFields.id(fields, "to_warehouse_id");
        var quantity =
                StockFields.quantity(fields, "quantity", StockFields.LEAST).value();
        if (from != null && from.equals(to)) {
            fields.error("to_warehouse_id", "transfer.same_warehouse");
        }
        fields.checkStrictly();
        return new Transfer(new Place(product, from), new Place(product, to), quantity);
    }
}
