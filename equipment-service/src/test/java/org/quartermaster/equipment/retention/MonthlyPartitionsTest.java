package org.quartermaster.equipment.retention;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.PartitionContract;

/** The months of the tables of this service. */
@EquipmentTest
final class MonthlyPartitionsTest extends PartitionContract {
    @Inject
    MonthlyPartitions partitions;

    MonthlyPartitionsTest() {
        super("equipment", "equipment_telemetry", "equipment_audit", "telemetry_rejects", "geofence_events");
    }

    @Test
    void samplesMayBeOld() throws SQLException {
        try (var owner = owner()) {
            assertThat(exists(owner, month("equipment_telemetry", -14))).isTrue();
        }
    }

    @Test
    void goWhenTheirTimeIsOver() throws SQLException {
        var over = month("telemetry_rejects", -5);
        try (var owner = owner();
                var statement = owner.createStatement()) {
            var first = YearMonth.now(ZoneOffset.UTC).minusMonths(5);
            statement.execute("create table %s partition of telemetry_rejects for values from ('%s-01') to ('%s-01')"
                    .formatted(over, first, first.plusMonths(1)));

            for (var sql : partitions.daily()) {
                statement.execute(sql);
            }

            assertThat(exists(owner, over)).isFalse();
            assertThat(exists(owner, month("telemetry_rejects", 0))).isTrue();
        }
    }
}
