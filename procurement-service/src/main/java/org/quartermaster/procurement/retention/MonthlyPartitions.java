package org.quartermaster.procurement.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.quartermaster.platform.db.MonthlyTable;
import org.quartermaster.platform.db.Upkeep;
import org.quartermaster.procurement.config.SystemConfig;

/**
 * Makes the months that are coming, drops those that {@code retention.usage_days} are over for, and tells the planner
 * about the tables as a whole.
 */
@ApplicationScoped
final class MonthlyPartitions implements Upkeep {
    private static final List<MonthlyTable> TABLES =
            MonthlyTable.of("procurement.audit_trail", "procurement.usage_tracking");

    private final SystemConfig config;

    @Inject
    MonthlyPartitions(SystemConfig config) {
        this.config = config;
    }

    @Override
    public List<String> beforeRequests() {
        return TABLES.stream().map(table -> table.ensure(1)).toList();
    }

    @Override
    public List<String> daily() {
        var months = MonthlyTable.monthsOf(config.integer("retention.usage_days"), LocalDate.now(ZoneOffset.UTC));
        return TABLES.stream()
                .flatMap(table -> Stream.of(table.drop(months), table.analyze()))
                .toList();
    }
}
