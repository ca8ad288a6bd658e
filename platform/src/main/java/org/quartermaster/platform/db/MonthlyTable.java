package org.quartermaster.platform.db;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** Statements for a table that has a partition for each month, as the service's {@link Upkeep} needs them. */
public record MonthlyTable(String name) {
    private static final int MONTHS_AHEAD = 3;

    /** Tables by their names. */
    public static List<MonthlyTable> of(String... names) {
        return Stream.of(names).map(MonthlyTable::new).toList();
    }

    /** Makes the partitions of the three months that are coming, of this one, and of so many before it. */
    public String ensure(int monthsBack) {
        return "select platform.ensure_monthly_partitions('%s', %d, %d)".formatted(name, monthsBack, MONTHS_AHEAD);
    }

    /** Drops the partitions of all months but this one, those that are coming, and so many before it. */
    public String drop(long monthsKept) {
        return "select platform.drop_monthly_partitions('%s', %d)".formatted(name, monthsKept);
    }

    /** NB: nothing else analyses a parent, and without it plans over all months rest on guesses. */
    public String analyze() {
        return "analyze " + name;
    }

    /** The months before that of today that hold one of the last so many days; at least one. */
    public static long monthsOf(int days, LocalDate today) {
        return Math.max(1, ChronoUnit.MONTHS.between(YearMonth.from(today.minusDays(days)), YearMonth.from(today)));
    }
}
