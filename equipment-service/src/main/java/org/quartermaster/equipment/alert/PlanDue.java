package org.quartermaster.equipment.alert;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.quartermaster.equipment.machine.DueStage;
import org.quartermaster.equipment.machine.MaintenanceType;
import org.quartermaster.equipment.machine.Priority;

/**
 * What a plan's evaluation found.
 *
 * @param priority of the plan; that of the alert follows from the stage
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

    /** Due soon and due as the plan says; overdue one step higher, far overdue two. */
    public Priority alertPriority() {
        if (stage != DueStage.OVERDUE) {
            return priority;
        }
        return priority.raised(counters.stream().anyMatch(PlanCounter::isFarOverdue) ? 2 : 1);
    }

    public Explanation explanation() {
        return counters.get(0).explain(forecastDueAt);
    }
}
