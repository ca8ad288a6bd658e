package org.quartermaster.procurement.retention;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.platform.testing.PartitionContract;
import org.quartermaster.procurement.ProcurementTest;

/** The months of the tables of this service. */
@ProcurementTest
final class MonthlyPartitionsTest extends PartitionContract {
    @Inject
    MonthlyPartitions partitions;

    MonthlyPartitionsTest() {
        super("procurement", "procurement.audit_trail", "procurement.usage_tracking");
    }

    @ParameterizedTest
    @ValueSource(strings = {"procurement.audit_trail", "procurement.usage_tracking"})
    void areDroppedWhenTheirTimeIsOver(String table) throws SQLException {
        try (var owner = owner();
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
}
