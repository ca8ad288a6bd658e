package org.quartermaster.catalog.safety;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;

/**
 * An article of a class of tools.
 *
 * @param price without scope, in the currency; null where there is none
 * @param available in base units
 */
record ToolProduct(
        String classCode,
        long productId,
        String sku,
        String name,
        BigDecimal price,
        String currency,
        BigDecimal available) {

    /** Those of either class, each once. */
    static List<ToolProduct> of(List<ToolProduct> all, String etimClass, String unspscCode) {
        var seen = new HashSet<Long>();
        return all.stream()
                .filter(product -> product.classCode.equals(etimClass) || product.classCode.equals(unspscCode))
                .filter(product -> seen.add(product.productId))
                .toList();
    }
}
