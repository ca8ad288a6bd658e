package org.quartermaster.equipment.alert;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.quartermaster.equipment.reference.DueStage;
import org.quartermaster.equipment.reference.MaintenanceType;
import org.quartermaster.equipment.reference.Priority;

/**
 * What a plan's evaluation found.
 *
 * @param priority of the alert, which rises with the stage
 * @param counters those that the plan has, the one that decides its stage first
 */
public record PlanDue(
        String planId,
        MaintenanceType maintenanceType,
        String description,
        String descriptionAr,
        Priority priority,
        DueStage stage,
        Instant dueAt,
        BigDecimal dueHours,
        BigDecimal dueKm,
        Instant forecastDueAt,
        List<PlanCounter> counters) {

    public String dedupeKey() {
        return "plan:" + planId;
    }

    public Explanation explanation() {
        return counters.get(0).explain(forecastDueAt);
    }
}
