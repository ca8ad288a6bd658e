package org.quartermaster.catalog.quotation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/** A quotation without its lines, as lists show it. */
@Schema(name = "QuotationEntry")
public record QuotationEntry(
        long id,
        Long rfpId,
        String quotationNumber,
        int revision,
        boolean isCurrent,
        Long customerId,
        String clientName,
        String clientEmail,
        String projectTitle,
        BigDecimal subtotal,
        BigDecimal discountTotal,
        BigDecimal taxTotal,
        BigDecimal totalAmount,
        String currency,
        QuotationStatus status,
        Instant validUntil,
        String termsConditions,
        String notes,
        String createdBy,
        Instant sentDate,
        Instant responseDate,
        String responseNote,
        String acceptedBy,
        String clientReference,
        Instant pricedAt,
        String pdfSha256,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    static QuotationEntry of(Quotation head) {
        return new QuotationEntry(
                head.id,
                head.rfpId,
                head.quotationNumber,
                head.revision,
                head.isCurrent,
                head.customerId,
                head.clientName,
                head.clientEmail,
                head.projectTitle,
                amount(head.subtotal, head.minorUnits),
                amount(head.discountTotal, head.minorUnits),
                amount(head.taxTotal, head.minorUnits),
                amount(head.totalAmount, head.minorUnits),
                head.currency,
                head.status,
                head.validUntil,
                head.termsConditions,
                head.notes,
                head.createdBy,
                head.sentDate,
                head.responseDate,
                head.responseNote,
                head.acceptedBy,
                head.clientReference,
                head.pricedAt,
                head.pdfSha256 == null ? null : HexFormat.of().formatHex(head.pdfSha256),
                head.createdAt,
                head.updatedAt,
                head.version);
    }

    /** An amount with the decimals of its currency, as it is printed too; the column has four. */
    static BigDecimal amount(BigDecimal value, int minorUnits) {
        if (value == null) {
            return null;
        }
        var plain = value.stripTrailingZeros();
        return plain.setScale(Math.max(minorUnits, plain.scale()));
    }
}
