package org.quartermaster.catalog.safetyreference;

import java.util.List;
import org.quartermaster.catalog.safety.CodeCheck;
import org.quartermaster.catalog.safety.RiskLevel;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Fields;

/** A tool with the risk of its use as a request gives it. */
record ToolInput(
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
        String evidence)
        implements SafetyInput<ToolInput> {
    private static final String HAZARDS = "hazards";
    private static final String STANDARDS = "osha_standards";
    private static final String MANDATORY = "mandatory_ppe";
    private static final String RECOMMENDED = "recommended_ppe";

    static final SafetyList<ToolInput, ToolView> LIST = new SafetyList<>(
            "toolriskclassification",
            "id",
            true,
            "safety_tool",
            ToolInput.class,
            ToolView.class,
            view -> Long.toString(view.id()),
            view -> "tools/" + view.id());

    static ToolInput read(Fields fields) {
        fields.require(HAZARDS);
        var input = new ToolInput(
                SafetyFields.requiredName(fields, "tool_name"),
                SafetyFields.texts(fields, "aliases", SafetyFields.NAME),
                SafetyFields.requiredName(fields, "category"),
                SafetyFields.etim(fields),
                SafetyFields.unspsc(fields),
                Words.of(fields.word("risk_level", RiskLevel.class).or(RiskLevel.LOW)),
                SafetyFields.texts(fields, HAZARDS, SafetyFields.CODE),
                SafetyFields.texts(fields, STANDARDS, SafetyFields.NAME),
                SafetyFields.texts(fields, MANDATORY, SafetyFields.CODE),
                SafetyFields.texts(fields, RECOMMENDED, SafetyFields.CODE),
                fields.bool("training_required").or(false),
                fields.bool("certification_required").or(false),
                SafetyFields.text(fields, "evidence"));
        fields.checkStrictly();
        return input;
    }

    @Override
    public ToolInput checked(CodeCheck check) {
        check.hazards(HAZARDS, hazards);
        check.equipment(MANDATORY, mandatoryPpe);
        check.equipment(RECOMMENDED, recommendedPpe);
        return new ToolInput(
                toolName,
                aliases,
                category,
                etimClass,
                unspscCode,
                riskLevel,
                hazards,
                check.standards(STANDARDS, oshaStandards),
                mandatoryPpe,
                recommendedPpe,
                trainingRequired,
                certificationRequired,
                evidence);
    }
}
