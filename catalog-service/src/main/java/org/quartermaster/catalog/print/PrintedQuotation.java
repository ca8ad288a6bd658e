package org.quartermaster.catalog.print;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * All that stands on a printed quotation.
 *
 * @param language {@code ar} for Arabic from right to left; else English
 * @param isDraft whether every page is marked as a draft
 * @param date of the quotation
 * @param terms may be null, as may all texts of the company and of the client but for his name
 */
public record PrintedQuotation(
        Company company,
        String language,
        boolean isDraft,
        String number,
        int revision,
        Instant date,
        Instant validUntil,
        Client client,
        String currency,
        List<Line> lines,
        Sums sums,
        String terms) {

    /** Who makes the offer. */
    public record Company(String name, String address, String taxId) {}

    /** Whom it is made to, and for what. */
    public record Client(String name, String email, String projectTitle) {}

    /**
     * One line; prices are null where there is none.
     *
     * @param isOnRequest whether it is excluded, and its price is to be asked for
     */
    public record Line(
            int number,
            String sku,
            String description,
            BigDecimal quantity,
            String uom,
            BigDecimal listPrice,
            BigDecimal discountPercent,
            BigDecimal unitPrice,
            BigDecimal total,
            boolean isOnRequest) {}

    /** The sums, and the tax of each rate. */
    public record Sums(BigDecimal subtotal, BigDecimal discount, List<Tax> taxes, BigDecimal tax, BigDecimal total) {}

    /**
     * The tax of one rate.
     *
     * @param rate 0.15 for 15 %
     */
    public record Tax(BigDecimal rate, BigDecimal base, BigDecimal tax) {}
}
