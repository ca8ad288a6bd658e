package org.quartermaster.catalog.brand;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/** A brand as clients see it. */
@Schema(name = "Brand")
record BrandView(
        long id,
        String name,
        String slug,
        String description,
        String websiteUrl,
        String manufacturerName,
        List<String> aliases,
        boolean isActive,
        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    static BrandView of(Brand brand) {
        return new BrandView(
                brand.id,
                brand.name,
                brand.slug,
                brand.description,
                brand.websiteUrl,
                brand.manufacturerName,
                StreamSupport.stream(brand.aliases.spliterator(), false)
                        .map(JsonNode::textValue)
                        .toList(),
                brand.isActive,
                brand.version,
                brand.createdAt,
                brand.updatedAt);
    }
}
