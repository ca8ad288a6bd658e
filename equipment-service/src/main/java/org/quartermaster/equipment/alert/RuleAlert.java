package org.quartermaster.equipment.alert;

import org.quartermaster.equipment.reference.MaintenanceType;
import org.quartermaster.equipment.reference.Priority;

/**
 * What a rule found about a machine.
 *
 * @param ruleId null for the rule that every tenant has
 */
public record RuleAlert(
        AlertKind kind,
        String ruleId,
        String dedupeKey,
        Priority priority,
        String description,
        String descriptionAr,
        Explanation explanation) {

    Alert alert() {
        var alert = new Alert();
        alert.kind = kind;
        alert.ruleId = ruleId;
        alert.dedupeKey = dedupeKey;
        alert.priority = priority;
        alert.maintenanceType = MaintenanceType.OTHER;
        alert.description = description;
        alert.descriptionAr = descriptionAr;
        return alert;
    }
}
