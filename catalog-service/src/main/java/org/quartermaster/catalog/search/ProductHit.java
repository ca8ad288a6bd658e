package org.quartermaster.catalog.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** A product that a search found, and why. */
record ProductHit(
        long id,
        String sku,
        String name,
        String nameAr,
        String slug,
        String description,
        Long categoryId,
        Long brandId,
        Long supplierId,
        String status,
        boolean isPublished,
        String availability,
        String currency,
        BigDecimal basePrice,
        Long catalogueItemId,
        String sourceUrl,
        String imagesUrl,
        String enrichedDescription,
        JsonNode technicalSpecs,
        JsonNode supplierInfo,
        JsonNode competitorData,
        String enrichmentStatus,
        String enrichmentSource,
        Instant lastEnriched,
        JsonNode importMetadata,
        String mpn,
        String gtin,
        String baseUom,
        String taxClass,
        boolean allowBackorder,
        Long successorId,
        BigDecimal completeness,
        Instant deletedAt,
        int version,
        Instant createdAt,
        Instant updatedAt,
        ProductMatch match) {

    /**
     * How well a product is found.
     *
     * @param tier 1 by its whole number, 2 by the beginning of one, 3 by all words, 4 by some, 5 in spite of typing errors
     * @param why which number, or where which word stands
     */
    record ProductMatch(int tier, BigDecimal score, List<String> why) {}
}
