package org.quartermaster.catalog.recommendation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/**
 * Recommended work as the API shows it: its items with price and stock as they are now.
 *
 * @param estimatedValue sum of the prices that were known when the items were chosen
 * @param unpriced items without a price
 */
record RecommendationView(
        long id,
        String title,
        String description,
        String category,
        WorkPriority priority,
        WorkStatus status,
        BigDecimal estimatedHours,
        BigDecimal estimatedValue,
        int unpriced,
        @Schema(type = SchemaType.ARRAY) JsonNode relatedProducts,
        @Schema(type = SchemaType.OBJECT) JsonNode clientRequirements,
        WorkSource recommendationSource,
        String sourceRef,
        BigDecimal confidenceScore,
        String assignedTo,
        Instant dueDate,
        WorkOutcome outcome,
        @Schema(type = SchemaType.ARRAY) JsonNode evidence,
        List<WorkItem> items,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {}
