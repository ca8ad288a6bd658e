package org.quartermaster.catalog.safetyreference;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/**
 * A task with its hazards.
 *
 * @param shared whether it is for all tenants
 * @param hazards {@code [{code, severity, likelihood, standards, mandatory_ppe, recommended_ppe}]}
 */
@Schema(name = "SafetyTask")
record TaskView(
        long id,
        boolean shared,
        String taskId,
        String taskName,
        String nameAr,
        List<String> synonyms,
        String maintenanceType,

        @Schema(type = SchemaType.ARRAY, implementation = Object.class)
        JsonNode hazards,

        String riskLevel,
        List<String> oshaStandards,
        List<String> mandatoryPpe,
        List<String> recommendedPpe,
        List<String> toolClasses,

        @Schema(type = SchemaType.ARRAY, implementation = Object.class)
        JsonNode controls,

        String safetyNotes,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {}
