package org.quartermaster.catalog.quotation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quartermaster.catalog.print.PrintedQuotation;
import org.quartermaster.catalog.print.PrintedQuotation.Client;
import org.quartermaster.catalog.print.PrintedQuotation.Company;
import org.quartermaster.catalog.print.PrintedQuotation.Line;
import org.quartermaster.catalog.print.PrintedQuotation.Sums;
import org.quartermaster.catalog.print.PrintedQuotation.Tax;

/** What is printed of a quotation: the figures of its JSON, as they are. */
final class Printing {
    private Printing() {}

    /** @param language of the print, or null */
    record Letterhead(Company company, String language) {}

    /** @param lines as the API shows them */
    static PrintedQuotation draft(FullQuotation full, List<QuotationLine> lines, Letterhead head) {
        return print(full, lines, head, null);
    }

    static PrintedQuotation sent(FullQuotation full, List<QuotationLine> lines, Letterhead head, Instant at) {
        return print(full, lines, head, at);
    }

    /** @param sent null for a draft */
    private static PrintedQuotation print(
            FullQuotation full, List<QuotationLine> lines, Letterhead letterhead, Instant sent) {
        var shown = QuotationEntry.of(full.head());
        return new PrintedQuotation(
                letterhead.company(),
                letterhead.language(),
                sent == null,
                shown.quotationNumber(),
                shown.revision(),
                sent == null ? shown.createdAt() : sent,
                shown.validUntil(),
                new Client(shown.clientName(), shown.clientEmail(), shown.projectTitle()),
                shown.currency(),
                lines.stream().map(Printing::line).toList(),
                new Sums(shown.subtotal(), shown.discountTotal(), taxes(lines), shown.taxTotal(), shown.totalAmount()),
                shown.termsConditions());
    }

    private static Line line(QuotationLine line) {
        return new Line(
                line.lineNo(),
                line.sku(),
                line.itemDescription(),
                line.quantity(),
                line.uom(),
                line.listPrice(),
                line.discountPercent(),
                line.unitPrice(),
                line.lineTotal(),
                line.priceStatus() == PriceStatus.EXCLUDED);
    }

    private static List<Tax> taxes(List<QuotationLine> lines) {
        var byRate = lines.stream()
                .filter(line -> line.lineTax() != null)
                .collect(Collectors.groupingBy(QuotationLine::taxRate, TreeMap::new, Collectors.toList()));
        return byRate.entrySet().stream()
                .map(rate -> new Tax(
                        rate.getKey(),
                        sum(rate.getValue(), QuotationLine::lineTotal),
                        sum(rate.getValue(), QuotationLine::lineTax)))
                .toList();
    }

    private static BigDecimal sum(List<QuotationLine> lines, Function<QuotationLine, BigDecimal> amount) {
        return lines.stream().map(amount).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
