package org.quartermaster.vehicle.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.quartermaster.platform.db.MonthlyTable;
import org.quartermaster.platform.db.Upkeep;

/** Makes the months that are coming, and tells the planner about the tables as a whole. */
@ApplicationScoped
final class MonthlyPartitions implements Upkeep {
    private static final MonthlyTable ROWS = new MonthlyTable("raw.rows");
    private static final List<MonthlyTable> TABLES =
            List.of(ROWS, new MonthlyTable("audit.lot_events"), new MonthlyTable("vehicle.asset_history"));

    private final RetentionConfig config;

    @Inject
    MonthlyPartitions(RetentionConfig config) {
        this.config = config;
    }

    @Override
    public List<String> beforeRequests() {
        return TABLES.stream().map(table -> table.ensure(1)).toList();
    }

    @Override
    public List<String> daily() {
        var months = MonthlyTable.monthsOf(config.rows(), LocalDate.now(ZoneOffset.UTC));
        return Stream.concat(Stream.of(ROWS.drop(months)), TABLES.stream().map(MonthlyTable::analyze))
                .toList();
    }
}
