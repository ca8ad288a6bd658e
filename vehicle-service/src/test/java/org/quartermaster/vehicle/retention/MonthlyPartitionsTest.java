package org.quartermaster.vehicle.retention;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.testing.PartitionContract;
import org.quartermaster.vehicle.VehicleTest;

/** The months of the tables of this service. */
@VehicleTest
final class MonthlyPartitionsTest extends PartitionContract {
    @Inject
    MonthlyPartitions partitions;

    MonthlyPartitionsTest() {
        super("vehicle", "raw.rows", "audit.lot_events", "vehicle.asset_history");
    }

    @Test
    void goWhenTheirTimeIsOver() throws SQLException {
        var over = month("raw.rows", -5);
        try (var owner = owner();
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
