package org.quartermaster.equipment.schedule;

import java.math.BigDecimal;
import java.time.Instant;
import org.quartermaster.equipment.reference.MaintenanceType;
import org.quartermaster.equipment.reference.Priority;

/**
 * One piece of work to come.
 *
 * @param scheduledDate the earliest of due date and forecast; null where nothing tells the date
 * @param confidence in the date: high where a date decides, else that of the forecast
 */
record ScheduledWork(
        String equipmentId,
        String equipmentName,
        String planId,
        String alertId,
        Source source,
        MaintenanceType maintenanceType,
        Instant scheduledDate,
        By scheduledBy,
        Instant dueAt,
        BigDecimal dueHours,
        BigDecimal dueKm,

        @com.fasterxml.jackson.annotation.JsonProperty("is_overdue")
        boolean isOverdue,

        Priority priority,
        String confidence) {
    /** What it stands in the schedule for. */
    enum Source {
        PLAN,
        ALERT
    }

    /** What decides its date. */
    enum By {
        DATE,
        HOURS,
        KM
    }
}
