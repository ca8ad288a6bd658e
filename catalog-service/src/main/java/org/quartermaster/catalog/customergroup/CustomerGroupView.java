package org.quartermaster.catalog.customergroup;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/** A customer group as clients see it. */
@Schema(name = "CustomerGroup")
record CustomerGroupView(
        long id,
        String code,
        String name,
        GroupPriceType priceType,
        BigDecimal discountPercent,
        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    static CustomerGroupView of(CustomerGroup group) {
        return new CustomerGroupView(
                group.id,
                group.code,
                group.name,
                group.priceType,
                group.discountPercent,
                group.version,
                group.createdAt,
                group.updatedAt);
    }
}
