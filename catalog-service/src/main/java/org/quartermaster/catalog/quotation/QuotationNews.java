package org.quartermaster.catalog.quotation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;

/**
 * A quotation as events tell of it. NB: without traces and long texts, because the broker takes no message over 1 MiB
 * and a quotation may have thousands of lines.
 */
record QuotationNews(@JsonUnwrapped QuotationEntry quotation, List<Line> lineItems) {

    record Line(
            int lineNo,
            Long productId,
            BigDecimal quantity,
            String uom,
            BigDecimal unitPrice,
            BigDecimal lineTotal,
            PriceStatus priceStatus) {}

    static QuotationNews of(FullQuotation full) {
        var head = full.head();
        return new QuotationNews(
                QuotationEntry.of(head),
                full.items().stream()
                        .map(item -> new Line(
                                item.lineNo,
                                item.productId,
                                QuotationLine.plain(item.quantity),
                                item.uom,
                                item.unitPrice,
                                QuotationEntry.amount(item.lineTotal, head.minorUnits),
                                item.priceStatus))
                        .toList());
    }
}
