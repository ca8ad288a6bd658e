package org.quartermaster.catalog.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.db.Upkeep;

/** Makes the months that are coming, and tells the planner about the tables as a whole; the log and stock stay. */
@ApplicationScoped
final class MonthlyPartitions implements Upkeep {
    private static final int MONTHS_BACK = 1;
    private static final int MONTHS_AHEAD = 3;
    private static final List<String> TABLES = List.of("catalog.stockmovement", "catalog.activitylog");

    @Override
    public List<String> beforeRequests() {
        return TABLES.stream()
                .map(table -> "select platform.ensure_monthly_partitions('%s', %d, %d)"
                        .formatted(table, MONTHS_BACK, MONTHS_AHEAD))
                .toList();
    }

    /** NB: nothing else analyses a parent, and without it plans over all months rest on guesses. */
    @Override
    public List<String> daily() {
        return TABLES.stream().map(table -> "analyze " + table).toList();
    }
}
