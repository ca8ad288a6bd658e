package org.quartermaster.catalog.pricing;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A price that is asked for; what is null is found out.
 *
 * @param quantity in {@code uom}
 * @param uom null for the base unit of the product
 * @param currency null for that of the customer, else that of the product
 * @param customerId null for a price for nobody in particular
 * @param customerGroupId whose prices hold where no customer is named, or null
 * @param at when it shall hold, null for now
 * @param knownAt by what was known when, null for now
 * @param manualDiscount percent of a quotation's line, or null
 */
public record AskedPrice(
        long productId,
        BigDecimal quantity,
        String uom,
        String currency,
        Long customerId,
        Long customerGroupId,
        Instant at,
        Instant knownAt,
        boolean convert,
        BigDecimal manualDiscount) {}
