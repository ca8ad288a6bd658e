package org.quartermaster.catalog.quotation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quartermaster.catalog.safety.UnprotectedTool;
import org.quartermaster.platform.problem.Problem;

/**
 * A quotation with its items.
 *
 * @param items in the order of their numbers
 * @param unprotected its tools without their protective equipment; looked up for quotations that are shown
 */
record FullQuotation(Quotation head, List<QuotationItem> items, List<UnprotectedTool> unprotected) {
    private static final BigDecimal MOST = new BigDecimal("999999999999999.9999");

    FullQuotation(Quotation head, List<QuotationItem> items) {
        this(head, items, List.of());
    }

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

    /** 422 where the sums, and so perhaps a line, are more than the columns can hold. */
    void sumUp() {
        var totals = Totals.of(items, head.minorUnits);
        if (totals.total().max(totals.discount()).compareTo(MOST) > 0) {
            throw Problem.invalid("items", "less_than_equal", MOST.toPlainString());
        }
        head.add(totals);
    }
}
