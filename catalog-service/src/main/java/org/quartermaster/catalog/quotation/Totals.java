package org.quartermaster.catalog.quotation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;

/**
 * The sums of a quotation: of rounded lines, so that subtotal and tax give the total exactly.
 *
 * @param discount what the lines are below their list prices
 */
record Totals(BigDecimal subtotal, BigDecimal discount, BigDecimal tax) {

    static Totals of(Collection<QuotationItem> items, int minorUnits) {
        return new Totals(
                sum(items, item -> item.lineTotal),
                sum(items, item -> discount(item, minorUnits)),
                sum(items, item -> item.lineTax));
    }

    BigDecimal total() {
        return subtotal.add(tax);
    }

    private static BigDecimal sum(Collection<QuotationItem> items, Function<QuotationItem, BigDecimal> amount) {
        return items.stream().map(amount).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** NB: a floor may lift a price above its list price; that is no discount. */
    private static BigDecimal discount(QuotationItem item, int minorUnits) {
        if (item.lineTotal == null || item.listPrice == null) {
            return null;
        }
        var listed = item.quantity.multiply(item.listPrice).setScale(minorUnits, RoundingMode.HALF_UP);
        return listed.subtract(item.lineTotal).max(BigDecimal.ZERO);
    }
}
