package org.quartermaster.catalog.recommendation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.quartermaster.catalog.row.VersionedRow;

/** A row of {@code catalog.workrecommendation}. */
final class RecommendationRow extends VersionedRow {
    public String title;
    public String description;
    public String category;
    public WorkPriority priority;
    public WorkStatus status = WorkStatus.OPEN;
    public BigDecimal estimatedHours;
    public BigDecimal estimatedValue;
    public JsonNode relatedProducts;
    public JsonNode clientRequirements;
    public WorkSource recommendationSource = WorkSource.MANUAL;
    public BigDecimal confidenceScore;
    public String assignedTo;
    public Instant dueDate;
    public String sourceRef;
    public WorkOutcome outcome;
    public JsonNode evidence;
}
