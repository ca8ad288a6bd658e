package org.quartermaster.catalog.category;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/**
 * A category as clients see it.
 *
 * @param path the ids from the root to it
 * @param requiredFeatures null for all features of the class of an article
 */
@Schema(name = "Category")
record CategoryView(
        long id,
        String name,
        String nameAr,
        String slug,
        String description,
        Long parentId,
        String path,
        int depth,
        int position,
        String externalCode,
        boolean isActive,
        String defaultUnspsc,
        String defaultEtimGroup,
        List<String> requiredFields,
        List<String> requiredFeatures,
        BigDecimal minMarginPercent,
        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    static CategoryView of(Category category) {
        return new CategoryView(
                category.id,
                category.name,
                category.nameAr,
                category.slug,
                category.description,
                category.parentId,
                category.path,
                category.depth,
                category.position,
                category.externalCode,
                category.isActive,
                category.defaultUnspsc,
                category.defaultEtimGroup,
                texts(category.requiredFields),
                texts(category.requiredFeatures),
                category.minMarginPercent,
                category.version,
                category.createdAt,
                category.updatedAt);
    }

    private static List<String> texts(JsonNode list) {
        return list == null || list.isNull()
                ? null
                : StreamSupport.stream(list.spliterator(), false)
                        .map(JsonNode::textValue)
                        .toList();
    }
}
