package org.quartermaster.catalog.pricing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A price with its reasons as clients see it; where it is missing, nothing stands in its place.
 *
 * @param reason why it is missing
 * @param listPrice of one unit before discounts
 * @param taxRate null, with the tax and the gross, where the tax is unknown
 */
@Schema(name = "Price")
public record ResolvedPrice(
        PriceStatus priceStatus,
        String reason,
        long productId,
        BigDecimal quantity,
        String uom,
        BigDecimal baseQuantity,
        String currency,
        BigDecimal listPrice,
        BigDecimal unitPrice,
        BigDecimal lineTotal,
        String taxClass,
        BigDecimal taxRate,
        TaxStatus taxStatus,
        BigDecimal lineTax,
        BigDecimal gross,
        PriceFloor floor,
        PriceSource source,
        PriceBreak nextBreak,
        List<PriceStep> steps,
        List<RejectedPrice> rejected,
        Instant at,
        Instant knownAt) {

    /** Whether there is a price. */
    public enum PriceStatus {
        PRICED,
        MISSING
    }

    /** Whether there is a rate of the product's tax class on that day. */
    public enum TaxStatus {
        KNOWN,
        UNKNOWN
    }

    /**
     * The row that made the price.
     *
     * @param scope whom it is for: c, g or l with the id of the customer, group or list, or d for everybody
     */
    public record PriceSource(
            long pricingId,
            String scope,
            PriceType priceType,
            BigDecimal minimumQuantity,
            Instant effectiveFrom,
            Instant effectiveTo) {

        static PriceSource of(PriceAnswer.Source source) {
            return source == null
                    ? null
                    : new PriceSource(
                            source.pricingId(),
                            source.scope().key(),
                            source.priceType(),
                            source.minimumQuantity(),
                            source.effectiveFrom(),
                            source.effectiveTo());
        }
    }

    /** From which quantity on, in the unit that was asked for, one unit costs what. */
    public record PriceBreak(BigDecimal minimumQuantity, BigDecimal unitPrice) {
        static PriceBreak of(PriceAnswer.NextBreak next) {
            return next == null ? null : new PriceBreak(next.minimumQuantity(), next.unitPrice());
        }
    }

    public boolean hasPrice() {
        return priceStatus == PriceStatus.PRICED;
    }

    /** @param taxRate of the product's tax class on that day, or null */
    static ResolvedPrice of(PriceAnswer answer, PriceFloor floor, PriceFacts.OfProduct product, BigDecimal taxRate) {
        return new ResolvedPrice(
                answer.isPriced() ? PriceStatus.PRICED : PriceStatus.MISSING,
                answer.reason(),
                product.id(),
                answer.quantity(),
                answer.uom(),
                answer.baseQuantity(),
                answer.currency(),
                answer.listPrice(),
                answer.unitPrice(),
                answer.lineTotal(),
                product.taxClass(),
                taxRate,
                taxRate == null ? TaxStatus.UNKNOWN : TaxStatus.KNOWN,
                answer.lineTax(),
                answer.gross(),
                floor,
                PriceSource.of(answer.source()),
                PriceBreak.of(answer.nextBreak()),
                answer.steps(),
                answer.rejected(),
                answer.at(),
                answer.knownAt());
    }
}
