package org.quartermaster.catalog.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.db.MonthlyTable;
import org.quartermaster.platform.db.Upkeep;

/** Makes the months that are coming, and tells the planner about the tables as a whole; the log and stock stay. */
@ApplicationScoped
final class MonthlyPartitions implements Upkeep {
    private static final List<MonthlyTable> TABLES = MonthlyTable.of("catalog.stockmovement", "catalog.activitylog");

    @Override
    public List<String> beforeRequests() {
        return TABLES.stream().map(table -> table.ensure(1)).toList();
    }

    @Override
    public List<String> daily() {
        return TABLES.stream().map(MonthlyTable::analyze).toList();
    }
}
