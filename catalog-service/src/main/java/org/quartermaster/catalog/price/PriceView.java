package org.quartermaster.catalog.price;

import jakarta.ws.rs.core.EntityTag;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.catalog.pricing.PriceType;
import org.quartermaster.platform.rest.ETags;

/** A row of the price table as clients see it. */
@Schema(name = "PriceRow")
record PriceView(
        long id,
        long productId,
        PriceKind priceKind,
        PriceType priceType,
        BigDecimal amount,
        String currency,
        BigDecimal priceUnitQuantity,
        String uom,
        Instant effectiveFrom,
        Instant effectiveTo,
        Long supplierId,
        BigDecimal minimumQuantity,
        Long priceListId,
        Long customerGroupId,
        Long customerId,
        String source,
        Instant recordedAt,
        Instant supersededAt,
        Long supersededBy,
        Instant createdAt,
        Instant updatedAt) {

    static PriceView of(Price price) {
        return new PriceView(
                price.id,
                price.productId,
                price.priceKind,
                price.priceType,
                price.amount,
                price.currency,
                price.priceUnitQuantity,
                price.uom,
                price.effectiveFrom,
                price.effectiveTo,
                price.supplierId,
                price.minimumQuantity,
                price.priceListId,
                price.customerGroupId,
                price.customerId,
                price.source,
                price.recordedAt,
                price.supersededAt,
                price.supersededBy,
                price.createdAt,
                price.updatedAt);
    }

    /** A row has no versions: another one takes its place. */
    EntityTag tag() {
        return ETags.of(id, toString());
    }
}
