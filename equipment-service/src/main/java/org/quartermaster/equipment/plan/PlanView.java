package org.quartermaster.equipment.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.equipment.reference.DueStage;
import org.quartermaster.equipment.reference.MaintenanceType;
import org.quartermaster.equipment.reference.Priority;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.rest.Versioned;

/** A maintenance plan as clients see it. */
@Schema(name = "Plan")
public record PlanView(
        String planId,
        String equipmentId,
        String name,
        String nameAr,
        MaintenanceType maintenanceType,
        String description,
        String descriptionAr,
        BigDecimal intervalHours,
        BigDecimal intervalKm,
        Integer intervalDays,
        Anchor anchor,
        boolean recurring,
        BigDecimal leadHours,
        BigDecimal leadKm,
        Integer leadDays,
        BigDecimal graceHours,
        BigDecimal graceKm,
        Integer graceDays,
        Priority priority,
        PlanState state,
        @JsonProperty("is_primary") boolean primary,
        Instant lastDoneAt,
        BigDecimal lastDoneHours,
        BigDecimal lastDoneKm,
        String lastRecordId,
        Instant nextDueAt,
        BigDecimal nextDueHours,
        BigDecimal nextDueKm,
        DueStage stage,
        Instant forecastDueAt,
        @Schema(type = SchemaType.OBJECT) JsonNode forecast,
        @Schema(type = SchemaType.ARRAY) JsonNode requiredParts,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    public static PlanView of(Plan plan) {
        return new PlanView(
                plan.planId,
                plan.equipmentId,
                plan.name,
                plan.nameAr,
                plan.maintenanceType,
                plan.description,
                plan.descriptionAr,
                plan.intervalHours,
                plan.intervalKm,
                plan.intervalDays,
                plan.anchor,
                plan.recurring,
                plan.leadHours,
                plan.leadKm,
                plan.leadDays,
                plan.graceHours,
                plan.graceKm,
                plan.graceDays,
                plan.priority,
                plan.state,
                plan.isPrimary,
                plan.lastDoneAt,
                plan.lastDoneHours,
                plan.lastDoneKm,
                plan.lastRecordId,
                plan.nextDueAt,
                plan.nextDueHours,
                plan.nextDueKm,
                plan.stage,
                plan.forecastDueAt,
                Json.stored(plan.forecast),
                Json.stored(plan.requiredParts),
                plan.createdAt,
                plan.updatedAt,
                plan.version);
    }
}
