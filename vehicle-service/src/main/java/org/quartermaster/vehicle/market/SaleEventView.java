package org.quartermaster.vehicle.market;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a lot was sold, or not.
 *
 * @param finalBidUsd the final bid where it was in US dollars; no rate is invented
 */
@Schema(name = "SaleEvent")
public record SaleEventView(
        Long id,
        String vin,
        Long lotId,
        Instant saleDate,
        String status,
        BigDecimal finalBid,
        String currencyCode,
        BigDecimal finalBidUsd,
        String saleStatusRaw,
        String collectedVia,
        BigDecimal confidence,
        String note,
        Instant createdAt,
        Instant updatedAt,
        Long version) {}
