package org.quartermaster.catalog.price;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A product that is locked, so that its prices change one after the other.
 *
 * @param packs codes of its packs
 * @param now read after the lock was taken: what is recorded later has a later time
 */
record PricedProduct(
        long id, String sku, String baseUom, String currency, BigDecimal basePrice, List<String> packs, Instant now) {

    static PricedProduct of(Row product, Row state) {
        return new PricedProduct(
                product.getLong("id"),
                product.getString("sku"),
                product.getString("base_uom"),
                product.getString("currency"),
                product.getBigDecimal("base_price"),
                List.of(state.getArrayOfStrings("packs")),
                state.getOffsetDateTime("now").toInstant());
    }

    static PricedProduct of(Row product, Instant now) {
        return new PricedProduct(
                product.getLong("id"),
                product.getString("sku"),
                product.getString("base_uom"),
                product.getString("currency"),
                product.getBigDecimal("base_price"),
                List.of(product.getArrayOfStrings("packs")),
                now);
    }

    boolean hasUnit(String uom) {
        return uom.equals(baseUom) || packs.contains(uom);
    }
}
