package org.quartermaster.catalog.quotation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A quotation with its items.
 *
 * @param items in the order of their numbers
 */
record FullQuotation(Quotation head, List<QuotationItem> items) {

    Optional<QuotationItem> item(int lineNo) {
        return items.stream().filter(item -> item.lineNo == lineNo).findFirst();
    }

    int nextLine() {
        return items.stream().mapToInt(item -> item.lineNo).max().orElse(0) + 1;
    }

    /** Those that the client is to pay for and that have no price yet. */
    List<QuotationItem> unpriced() {
        return items.stream()
                .filter(item -> item.priceStatus == PriceStatus.MISSING)
                .toList();
    }

    List<QuotationItem> untaxed() {
        return items.stream()
                .filter(item -> item.priceStatus.hasPrice() && Objects.isNull(item.lineTax))
                .toList();
    }

    void sumUp() {
        head.add(Totals.of(items, head.minorUnits));
    }
}
