package org.quartermaster.equipment.schedule;

import java.time.Instant;
import java.util.List;

/** The work of the coming days, overdue first, then by date. */
record MaintenanceSchedule(List<ScheduledWork> schedule, int count, Window window) {
    /** The days looked at. */
    record Window(Instant from, Instant to, int daysAhead) {}
}
