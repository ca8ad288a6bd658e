package org.quartermaster.equipment.machine;

import io.vertx.sqlclient.Row;
import java.util.Map;
import java.util.TreeMap;

/** Counts over all machines of a tenant; the maps hold only what is present. */
public record Stats(
        long total,
        Map<String, Long> byType,
        Map<String, Long> byStatus,
        long operational,
        long maintenance,
        long inactive,
        long dueSoon,
        long overdue,
        long alertsOpen,
        long alertsOverdue,
        long withPosition) {

    /** Adds up the counters of each type and status. */
    static final class Sum {
        private final Map<String, Long> byType = new TreeMap<>();
        private final Map<String, Long> byStatus = new TreeMap<>();
        private long total;
        private long dueSoon;
        private long overdue;
        private long withPosition;

        void add(Row row) {
            var n = row.getLong("n");
            total += n;
            byType.merge(row.getString("equipment_type"), n, Long::sum);
            byStatus.merge(row.getString("status"), n, Long::sum);
            dueSoon += row.getLong("due_soon");
            overdue += row.getLong("overdue");
            withPosition += row.getLong("with_position");
        }

        Stats with(long alertsOpen, long alertsOverdue) {
            return new Stats(
                    total,
                    byType,
                    byStatus,
                    status("operational"),
                    status("maintenance") + status("repair"),
                    status("inactive"),
                    dueSoon,
                    overdue,
                    alertsOpen,
                    alertsOverdue,
                    withPosition);
        }

        private long status(String status) {
            return byStatus.getOrDefault(status, 0L);
        }
    }
}
