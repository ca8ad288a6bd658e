package org.quartermaster.catalog.pricing;

import java.math.BigDecimal;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.platform.rest.Fields;

/** Reads what price a request asks for. */
final class AskedPriceFields {
    private AskedPriceFields() {}

    static AskedPrice read(Fields fields, Long productId) {
        return new AskedPrice(
                productId == null ? 0 : productId,
                Numbers.quantity(fields, "quantity").or(BigDecimal.ONE),
                fields.text("uom", 1, 64).value(),
                fields.text("currency", 3, 3).value(),
                Numbers.id(fields, "customer_id").value(),
                null,
                fields.time("at").value(),
                fields.time("known_at").value(),
                fields.bool("convert").or(false),
                null);
    }

    /** A line of a batch, which names its product. */
    static AskedPrice readLine(Fields line) {
        line.require("product_id");
        return read(line, Numbers.id(line, "product_id").value());
    }
}
