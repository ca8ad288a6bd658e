package org.quartermaster.equipment.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.testing.TestTenant;

/** Under row-level security the range of a machine is read by the primary key, of the months that it needs. */
@EquipmentTest
class RangePlanTest {
    private SampleRows rows;

    @BeforeEach
    void registerMachine() {
        rows = SampleRows.of(TestTenant.create());
    }

    /** Months of another century, which no other test has put into the default partition. */
    @BeforeAll
    static void makePartitions() throws SQLException {
        try (var connection = LocalServers.adminConnection("equipment");
                var statement = connection.createStatement()) {
            statement.execute("set role equipment_owner");
            for (var month = 1; month <= 4; month++) {
                statement.execute("""
                        create table if not exists equipment_telemetry_p19010%d partition of equipment_telemetry
                        for values from ('1901-0%d-01 00:00:00+00') to ('1901-0%d-01 00:00:00+00')
                        """.formatted(month, month, month + 1));
            }
        }
    }

    /** NB: sequential scans are off because partitions of a test are so small that nothing else would be chosen. */
    private String plan(String condition) throws SQLException {
        try (var connection = rows.connect();
                var statement = connection.createStatement()) {
            statement.execute("set local enable_seqscan = off");
            var lines = new ArrayList<String>();
            try (var found = statement.executeQuery("explain (costs off) select " + SampleView.SELECT + " from "
                    + SampleView.FROM + " where t.equipment_id = '" + rows.machine() + "' and " + condition
                    + " order by t.recorded_at desc, t.sample_key desc limit 100")) {
                while (found.next()) {
                    lines.add(found.getString(1));
                }
            }
            return String.join("\n", lines);
        }
    }

    @Test
    void rangeOfAMonthReadsOneIndexOfOnePartition() throws SQLException {
        var plan = plan("t.recorded_at >= '1901-02-03Z' and t.recorded_at < '1901-02-20Z'");

        assertThat(plan)
                .contains("Index Scan Backward using equipment_telemetry_p190102_pkey")
                .contains("Index Cond")
                .doesNotContain("p190101", "p190103", "default", "Sort", "Seq Scan");
    }

    @Test
    void pageOfACursorReadsOneIndexRange() throws SQLException {
        var plan = plan("t.recorded_at >= '1901-02-03Z' and t.recorded_at <= '1901-02-20Z' and"
                + " (t.recorded_at, t.sample_key) < ('1901-02-20Z', '00000000-0000-4000-8000-000000000001')");

        assertThat(plan)
                .containsPattern("Index Cond: .*ROW\\(recorded_at, sample_key\\) <")
                .doesNotContain("p190101", "p190103", "default", "Sort");
    }

    @Test
    void rangeThatNoMonthCoversReadsTheDefaultPartition() throws SQLException {
        var plan = plan("t.recorded_at >= '1899-02-03Z' and t.recorded_at < '1899-02-20Z'");

        assertThat(plan).contains("using equipment_telemetry_default_pkey").doesNotContain("p1901", "Sort", "Seq Scan");
    }
}
