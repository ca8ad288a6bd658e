package org.quartermaster.catalog.safetyreference;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A tool with the risk of its use.
 *
 * @param shared whether it is for all tenants
 */
@Schema(name = "SafetyTool")
record ToolView(
        long id,
        boolean shared,
        String toolName,
        List<String> aliases,
        String category,
        String etimClass,
        String unspscCode,
        String riskLevel,
        List<String> hazards,
        List<String> oshaStandards,
        List<String> mandatoryPpe,
        List<String> recommendedPpe,
        boolean trainingRequired,
        boolean certificationRequired,
        String evidence,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements SharedView {}
