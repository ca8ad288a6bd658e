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
                        .map(item -> QuotationLine.of(item, head.minorUnits))
                        .map(line -> new Line(
                                line.lineNo(),
                                line.productId(),
                                line.quantity(),
                                line.uom(),
                                line.unitPrice(),
                                line.lineTotal(),
                                line.priceStatus()))
                        .toList());
    }
}
