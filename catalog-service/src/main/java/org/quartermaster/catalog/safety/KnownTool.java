package org.quartermaster.catalog.safety;

import java.util.List;

/** A tool that was named, with the risk of its use. */
record KnownTool(
        String toolName,
        List<String> aliases,
        String category,
        RiskLevel riskLevel,
        List<String> hazards,
        List<String> mandatoryPpe,
        List<String> recommendedPpe,
        boolean trainingRequired) {

    boolean isCalled(String name) {
        return toolName.equalsIgnoreCase(name) || aliases.stream().anyMatch(name::equalsIgnoreCase);
    }
}
