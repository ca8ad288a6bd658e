package org.quartermaster.equipment.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.equipment.reference.DueStage;
import org.quartermaster.equipment.reference.EquipmentType;
import org.quartermaster.equipment.reference.MaintenanceType;
import org.quartermaster.equipment.reference.Priority;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.rest.Versioned;

/** An alert as clients see it: the keys of the seed in its order, then those added. */
@Schema(name = "Alert")
public record AlertView(
        String alertId,
        String equipmentId,
        String equipmentName,
        MaintenanceType maintenanceType,
        String description,
        String descriptionAr,
        Priority priority,
        Instant dueAt,
        BigDecimal dueHours,
        @JsonProperty("is_overdue") boolean isOverdue,
        Instant createdAt,
        AlertKind kind,
        AlertState state,
        DueStage stage,
        BigDecimal dueKm,
        Instant forecastDueAt,
        String planId,
        String ruleId,
        String faultId,
        EquipmentType equipmentType,
        String brand,
        String model,
        String serialNumber,
        @Schema(type = SchemaType.OBJECT) JsonNode explanation,
        Instant acknowledgedAt,
        String acknowledgedBy,
        Instant snoozedUntil,
        Instant resolvedAt,
        String resolvedBy,
        Resolution resolution,
        String resolvedRecordId,
        @Schema(type = SchemaType.ARRAY) JsonNode recommendations,
        Instant updatedAt,
        long version)
        implements Versioned {

    public static AlertView of(Alert alert) {
        return new AlertView(
                alert.alertId,
                alert.equipmentId,
                alert.equipmentName,
                alert.maintenanceType,
                alert.description,
                alert.descriptionAr,
                alert.priority,
                alert.dueAt,
                alert.dueHours,
                alert.isOverdue,
                alert.createdAt,
                alert.kind,
                alert.state,
                alert.stage,
                alert.dueKm,
                alert.forecastDueAt,
                alert.planId,
                alert.ruleId,
                alert.faultId,
                alert.equipmentType,
                alert.brand,
                alert.model,
                alert.serialNumber,
                Json.stored(alert.explanation),
                alert.acknowledgedAt,
                alert.acknowledgedBy,
                alert.snoozedUntil,
                alert.resolvedAt,
                alert.resolvedBy,
                alert.resolution,
                alert.resolvedRecordId,
                Json.stored(alert.recommendations),
                alert.updatedAt,
                alert.version);
    }

    /** Version of the alert, and a digest of all that is shown. */
}
