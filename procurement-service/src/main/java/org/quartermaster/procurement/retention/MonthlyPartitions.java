package org.quartermaster.procurement.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.quartermaster.platform.db.Upkeep;
import org.quartermaster.procurement.config.SystemConfig;

/**
 * Makes the months that are coming, drops those that {@code retention.usage_days} are over for, and tells the planner
 * about the tables as a whole.
 */
@ApplicationScoped
final class MonthlyPartitions implements Upkeep {
    private static final int MONTHS_BACK = 1;
    private static final int MONTHS_AHEAD = 3;
    private static final List<String> TABLES = List.of("procurement.audit_trail", "procurement.usage_tracking");

    private final SystemConfig config;

    @Inject
    MonthlyPartitions(SystemConfig config) {
        this.config = config;
    }

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
        var months = monthsOf(config.integer("retention.usage_days"), LocalDate.now(ZoneOffset.UTC));
        return TABLES.stream()
                .flatMap(table -> Stream.of(
                        "select platform.drop_monthly_partitions('%s', %d)".formatted(table, months),
                        "analyze " + table))
                .toList();
    }

    /** The months before this one that hold a day of the last so many. */
    static long monthsOf(int days, LocalDate today) {
        return Math.max(1, ChronoUnit.MONTHS.between(YearMonth.from(today.minusDays(days)), YearMonth.from(today)));
    }
}
