package org.quartermaster.catalog.pack;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/**
 * A pack as clients see it.
 *
 * @param factor base units in one pack
 */
@Schema(name = "ProductPack")
record PackView(
        long id,
        long productId,
        String code,
        BigDecimal factor,
        String sku,
        String gtin,
        BigDecimal orderMin,
        BigDecimal orderStep,
        boolean isDefaultOrderUnit,
        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    static PackView of(Pack pack) {
        return new PackView(
                pack.id,
                pack.productId,
                pack.code,
                pack.factor,
                pack.sku,
                pack.gtin,
                pack.orderMin,
                pack.orderStep,
                pack.isDefaultOrderUnit,
                pack.version,
                pack.createdAt,
                pack.updatedAt);
    }
}
