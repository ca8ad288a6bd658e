package org.quartermaster.catalog.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Versioned;

/**
 * An article as clients see it.
 *
 * @param basePrice what the price without scope says now
 * @param completeness in percent
 */
@Schema(name = "Product")
public record ProductView(
        long id,
        String sku,
        String name,
        String nameAr,
        String slug,
        String description,
        Long categoryId,
        Long brandId,
        Long supplierId,
        ProductStatus status,
        boolean isPublished,
        Availability availability,
        String currency,
        BigDecimal basePrice,
        Long catalogueItemId,
        String sourceUrl,
        String imagesUrl,
        String enrichedDescription,
        @Schema(type = SchemaType.OBJECT) JsonNode technicalSpecs,
        @Schema(type = SchemaType.OBJECT) JsonNode supplierInfo,
        @Schema(type = SchemaType.OBJECT) JsonNode competitorData,
        EnrichmentStatus enrichmentStatus,
        String enrichmentSource,
        Instant lastEnriched,
        String enrichmentFailure,
        @Schema(type = SchemaType.OBJECT) JsonNode importMetadata,
        String mpn,
        String gtin,
        String baseUom,
        String taxClass,
        boolean allowBackorder,
        Long successorId,
        BigDecimal completeness,
        Instant deletedAt,
        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    public static ProductView of(Product product) {
        return new ProductView(
                product.id,
                product.sku,
                product.name,
                product.nameAr,
                product.slug,
                product.description,
                product.categoryId,
                product.brandId,
                product.supplierId,
                Words.find(ProductStatus.class, product.status).orElseThrow(),
                product.isPublished,
                Words.find(Availability.class, product.availability).orElseThrow(),
                product.currency,
                product.basePrice,
                product.catalogueItemId,
                product.sourceUrl,
                product.imagesUrl,
                product.enrichedDescription,
                product.technicalSpecs,
                product.supplierInfo,
                product.competitorData,
                Words.find(EnrichmentStatus.class, product.enrichmentStatus).orElseThrow(),
                product.enrichmentSource,
                product.lastEnriched,
                product.enrichmentFailure,
                product.importMetadata,
                product.mpn,
                product.gtin,
                product.baseUom,
                product.taxClass,
                product.allowBackorder,
                product.successorId,
                product.completeness,
                product.deletedAt,
                product.version,
                product.createdAt,
                product.updatedAt);
    }
}
