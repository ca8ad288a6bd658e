package org.quartermaster.catalog.safety;

import java.util.List;

/** A tool as it is kept, with the risk of its use. */
record KnownTool(
        String toolName,
        List<String> aliases,
        String category,
        String etimClass,
        String unspscCode,
        RiskLevel riskLevel,
        List<String> hazards,
        List<String> oshaStandards,
        List<String> mandatoryPpe,
        List<String> recommendedPpe,
        boolean trainingRequired,
        boolean certificationRequired) {

    boolean isCalled(String name) {
        return toolName.equalsIgnoreCase(name) || aliases.stream().anyMatch(name::equalsIgnoreCase);
    }

    boolean isOf(List<String> classes) {
        return classes.contains(etimClass) || classes.contains(unspscCode);
    }
}
