package org.quartermaster.catalog.product;

import java.util.Objects;

/** The price that is written on an article itself. */
final class BasePrice {
    private BasePrice() {}

    /**
     * Whether a price is to be written: there is another amount, or the same in another currency or for another unit.
     *
     * @param before the article as it was; null for a new one
     */
    static boolean isWritten(Product product, ProductView before) {
        if (before == null) {
            return product.basePrice != null;
        }
        return !isEqual(product, before)
                || product.basePrice != null
                        && !(before.currency().equals(product.currency)
                                && before.baseUom().equals(product.baseUom));
    }

    private static boolean isEqual(Product product, ProductView before) {
        return product.basePrice == null || before.basePrice() == null
                ? Objects.equals(product.basePrice, before.basePrice())
                : product.basePrice.compareTo(before.basePrice()) == 0;
    }
}
