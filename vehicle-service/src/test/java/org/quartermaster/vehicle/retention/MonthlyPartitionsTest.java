package org.quartermaster.vehicle.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.vehicle.VehicleDatabase;
import org.quartermaster.vehicle.VehicleTest;

/** The months of the tables that only grow. */
@VehicleTest
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
    @ValueSource(strings = {"raw.rows", "audit.lot_events", "vehicle.asset_history"})
    void areThereWhenTheServiceHasStartedAndClosedToThoseWhoServeRequests(String table) throws SQLException {
        try (var owner = VehicleDatabase.as("vehicle_owner");
                var app = VehicleDatabase.as("vehicle_app");
                var statement = app.createStatement()) {
            assertThat(exists(owner, month(table, 0))).isTrue();
            assertThat(exists(owner, month(table, 3))).isTrue();
            assertThatThrownBy(() -> statement.execute("select from " + month(table, 0)))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void goWhenTheirTimeIsOver() throws SQLException {
        var over = month("raw.rows", -5);
        try (var owner = VehicleDatabase.as("vehicle_owner");
                var statement = owner.createStatement()) {
            statement.execute("select platform.ensure_monthly_partitions('raw.rows', 5, 0)");
            assertThat(exists(owner, over)).isTrue();

            for (var sql : partitions.daily()) {
                statement.execute(sql);
            }

            assertThat(exists(owner, over)).isFalse();
            assertThat(exists(owner, month("raw.rows", -1))).isTrue();
        }
    }
}
