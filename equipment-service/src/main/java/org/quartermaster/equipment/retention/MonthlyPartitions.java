package org.quartermaster.equipment.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.db.MonthlyTable;
import org.quartermaster.platform.db.Upkeep;

/** Makes the months that are coming, drops those that are over, and tells the planner about the tables as a whole. */
@ApplicationScoped
final class MonthlyPartitions implements Upkeep {
    private static final int MONTHS_BACK = 14;
    private static final MonthlyTable SAMPLES = new MonthlyTable("equipment_telemetry");
    private static final MonthlyTable REJECTS = new MonthlyTable("telemetry_rejects");
    private static final MonthlyTable CROSSINGS = new MonthlyTable("geofence_events");
    private static final MonthlyTable AUDIT = new MonthlyTable("equipment_audit");

    private final RetentionConfig config;

    @Inject
    MonthlyPartitions(RetentionConfig config) {
        this.config = config;
    }

    /** NB: rows stamped by the server's clock are never old, and what retention dropped must not come back. */
    @Override
    public List<String> beforeRequests() {
        return List.of(SAMPLES.ensure(MONTHS_BACK), CROSSINGS.ensure(MONTHS_BACK), REJECTS.ensure(1), AUDIT.ensure(1));
    }

    @Override
    public List<String> daily() {
        return List.of(
                SAMPLES.drop(Math.max(MONTHS_BACK, config.telemetryMonths())),
                REJECTS.drop(config.rejectsMonths()),
                SAMPLES.analyze(),
                REJECTS.analyze(),
                CROSSINGS.analyze(),
                AUDIT.analyze());
    }
}
