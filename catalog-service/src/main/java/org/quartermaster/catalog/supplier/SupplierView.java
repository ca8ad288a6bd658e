package org.quartermaster.catalog.supplier;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/** A supplier as clients see it. */
@Schema(name = "Supplier")
record SupplierView(
        long id,
        String code,
        String name,
        String website,
        String apiEndpoint,
        String contactEmail,
        String currency,
        Integer leadTimeDays,
        BigDecimal minimumOrderValue,
        BigDecimal rating,
        String credentialsRef,
        boolean isActive,
        @Schema(type = SchemaType.OBJECT) JsonNode scrapingConfig,
        Instant lastScraped,
        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    static SupplierView of(Supplier supplier) {
        return new SupplierView(
                supplier.id,
                supplier.code,
                supplier.name,
                supplier.website,
                supplier.apiEndpoint,
                supplier.contactEmail,
                supplier.currency,
                supplier.leadTimeDays,
                supplier.minimumOrderValue,
                supplier.rating,
                supplier.credentialsRef,
                supplier.isActive,
                supplier.scrapingConfig,
                supplier.lastScraped,
                supplier.version,
                supplier.createdAt,
                supplier.updatedAt);
    }
}
