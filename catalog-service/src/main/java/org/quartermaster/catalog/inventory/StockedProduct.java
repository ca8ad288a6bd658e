package org.quartermaster.catalog.inventory;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import org.quartermaster.platform.rest.Fields;

/**
 * What stock has to know of a product.
 *
 * @param decimals how many decimals a quantity in its base unit may have
 * @param isDeleted whether nothing new may be booked on it
 */
public record StockedProduct(long id, String sku, String baseUom, int decimals, boolean isDeleted) {
    static StockedProduct of(Row row) {
        return new StockedProduct(
                row.getLong("id"),
                row.getString("sku"),
                row.getString("base_uom"),
                row.getInteger("decimals"),
                row.getOffsetDateTime("deleted_at") != null);
    }

    /** Notes a quantity in the base unit that cannot be, such as half a piece. */
    public void check(Fields fields, String name, BigDecimal quantity) {
        if (!isCountable(quantity)) {
            fields.error(name, "decimal_max_places", decimals);
        }
    }

    /** False for a quantity in the base unit that cannot be, such as half a piece. */
    public boolean isCountable(BigDecimal quantity) {
        return quantity.stripTrailingZeros().scale() <= decimals;
    }
}
