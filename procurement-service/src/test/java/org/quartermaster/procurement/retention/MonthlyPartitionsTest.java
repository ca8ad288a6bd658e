package org.quartermaster.procurement.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.procurement.ProcurementDatabase;
import org.quartermaster.procurement.ProcurementTest;

/** The months of the tables that only grow. */
@ProcurementTest
class MonthlyPartitionsTest {
    @Inject
    MonthlyPartitions partitions;

    private static String month(String table, int fromNow) {
        var month = YearMonth.now(ZoneOffset.UTC).plusMonths(fromNow);
        return table + "_p" + month.format(DateTimeFormatter.ofPattern("yyyyMM"));
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select to_regclass('" + table + "') is not null")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"procurement.audit_trail", "procurement.usage_tracking"})
    void areThereWhenTheServiceHasStartedAndClosedToThoseWhoServeRequests(String table) throws SQLException {
        try (var owner = ProcurementDatabase.as("procurement_owner");
                var app = ProcurementDatabase.as("procurement_app");
                var statement = app.createStatement()) {
            assertThat(exists(owner, month(table, 0))).isTrue();
            assertThat(exists(owner, month(table, 3))).isTrue();
            assertThatThrownBy(() -> statement.execute("select from " + month(table, 0)))
                    .hasMessageContaining("permission denied");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"procurement.audit_trail", "procurement.usage_tracking"})
    void areDroppedWhenTheirTimeIsOver(String table) throws SQLException {
        try (var owner = ProcurementDatabase.as("procurement_owner");
                var statement = owner.createStatement()) {
            statement.execute("call platform.add_partition('%s', '%s_p200001', %s)"
                    .formatted(
                            table,
                            table.substring(table.indexOf('.') + 1),
                            "$$for values from ('2000-01-01') to ('2000-02-01')$$"));

            for (var sql : partitions.daily()) {
                statement.execute(sql);
            }

            assertThat(exists(owner, table + "_p200001")).isFalse();
            assertThat(exists(owner, month(table, -1))).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"400, 2026-06-15, 13", "1, 2026-06-15, 1", "31, 2026-06-15, 1", "46, 2026-06-15, 2"})
    void areKeptAsLongAsOneOfTheirDaysCounts(int days, LocalDate today, long months) {
        assertThat(MonthlyPartitions.monthsOf(days, today)).isEqualTo(months);
    }
}
