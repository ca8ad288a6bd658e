package org.quartermaster.equipment.retention;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.local.LocalServers;

/** The months of the tables that only grow. */
@EquipmentTest
class MonthlyPartitionsTest {
    @Inject
    MonthlyPartitions partitions;

    private static Connection owner() throws SQLException {
        return DriverManager.getConnection("jdbc:" + LocalServers.databaseUrl("equipment"), "equipment_owner", "none");
    }

    private static List<String> months(String table) throws SQLException {
        var sql = """
                select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where i.inhparent = '%s'::regclass order by 1
                """.formatted(table);
        try (var connection = owner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private static String month(String table, int fromNow) {
        return table + "_p"
                + YearMonth.now(ZoneOffset.UTC).plusMonths(fromNow).format(DateTimeFormatter.ofPattern("yyyyMM"));
    }

    @Test
    void areThereWhenTheServiceHasStarted() throws SQLException {
        assertThat(months("equipment_telemetry"))
                .contains(
                        month("equipment_telemetry", -14),
                        month("equipment_telemetry", 0),
                        month("equipment_telemetry", 3));
        assertThat(months("equipment_audit")).contains(month("equipment_audit", 0), month("equipment_audit", 3));
        assertThat(months("telemetry_rejects")).contains(month("telemetry_rejects", 0));
        assertThat(months("geofence_events")).contains(month("geofence_events", 0));
    }

    @Test
    void goWhenTheirTimeIsOver() throws SQLException {
        var over = month("telemetry_rejects", -5);
        try (var connection = owner();
                var statement = connection.createStatement()) {
            var first = YearMonth.now(ZoneOffset.UTC).minusMonths(5);
            statement.execute("create table %s partition of telemetry_rejects for values from ('%s-01') to ('%s-01')"
                    .formatted(over, first, first.plusMonths(1)));

            for (var sql : partitions.daily()) {
                statement.execute(sql);
            }
        }

        assertThat(months("telemetry_rejects")).doesNotContain(over).contains(month("telemetry_rejects", 0));
    }
}
