package org.quartermaster.catalog.pricelist;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/** A price list as clients see it; its prices are those of the products. */
@Schema(name = "PriceList")
record PriceListView(
        long id,
        String code,
        String name,
        String currency,
        int priority,
        boolean isDefault,
        boolean isActive,
        Long customerGroupId,
        Long customerId,
        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    static PriceListView of(PriceList list) {
        return new PriceListView(
                list.id,
                list.code,
                list.name,
                list.currency,
                list.priority,
                list.isDefault,
                list.isActive,
                list.customerGroupId,
                list.customerId,
                list.version,
                list.createdAt,
                list.updatedAt);
    }
}
