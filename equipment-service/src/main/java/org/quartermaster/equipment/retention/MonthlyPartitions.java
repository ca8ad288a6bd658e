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

    @Override
    public List<String> beforeRequests() {
        return List.of("select ensure_monthly_partitions(%d, %d)".formatted(MONTHS_BACK, MONTHS_AHEAD));
    }

    /** NB: nothing else analyses a parent, and without it plans over all months rest on guesses. */
    @Override
    public List<String> daily() {
        return List.of(
                "select drop_monthly_partitions('equipment_telemetry', %d)"
                        .formatted(Math.max(MONTHS_BACK, config.telemetryMonths())),
                "select drop_monthly_partitions('telemetry_rejects', %d)".formatted(config.rejectsMonths()),
                "analyze equipment_telemetry",
                "analyze telemetry_rejects",
                "analyze geofence_events",
                "analyze equipment_audit");
    }
}
