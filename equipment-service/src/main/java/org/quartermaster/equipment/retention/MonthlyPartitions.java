package org.quartermaster.equipment.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.db.Upkeep;

/** Makes the months that are coming, drops those that are over, and tells the planner about the tables as a whole. */
@ApplicationScoped
final class MonthlyPartitions implements Upkeep {
    private static final int MONTHS_BACK = 14;
    private static final int MONTHS_AHEAD = 3;

    private final RetentionConfig config;

    @Inject
    MonthlyPartitions(RetentionConfig config) {
        this.config = config;
    }

    /** NB: rows stamped by the server's clock are never old, and what retention dropped must not come back. */
    @Override
    public List<String> beforeRequests() {
        return List.of(
                ensure("equipment_telemetry", MONTHS_BACK),
                ensure("geofence_events", MONTHS_BACK),
                ensure("telemetry_rejects", 1),
                ensure("equipment_audit", 1));
    }

    private static String ensure(String table, int monthsBack) {
        return "select platform.ensure_monthly_partitions('%s', %d, %d)".formatted(table, monthsBack, MONTHS_AHEAD);
    }

    /** NB: nothing else analyses a parent, and without it plans over all months rest on guesses. */
    @Override
    public List<String> daily() {
        return List.of(
                drop("equipment_telemetry", Math.max(MONTHS_BACK, config.telemetryMonths())),
                drop("telemetry_rejects", config.rejectsMonths()),
                "analyze equipment_telemetry",
                "analyze telemetry_rejects",
                "analyze geofence_events",
                "analyze equipment_audit");
    }

    private static String drop(String table, int monthsKept) {
        return "select platform.drop_monthly_partitions('%s', %d)".formatted(table, monthsKept);
    }
}
