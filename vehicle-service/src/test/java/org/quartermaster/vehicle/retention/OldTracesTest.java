package org.quartermaster.vehicle.retention;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.vehicle.VehicleDatabase;
import org.quartermaster.vehicle.VehicleTest;

/** What is left of imports goes when its time is over. */
@VehicleTest
class OldTracesTest {
    @Inject
    OldTraces traces;

    private final UUID file = UUID.randomUUID();

    private void quarantined(Connection connection, int row, String state, int days) throws SQLException {
        Sql.update(connection, """
                insert into staging.copart_raw (file_id, row_no, state, resolved_at)
                values (?, ?, ?, now() - make_interval(days => ?))
                """, file, row, state, days);
    }

    @Test
    void closedRecordsAndStatisticsGoAndOpenOnesStay() throws SQLException {
        try (var connection = VehicleDatabase.as("vehicle_owner")) {
            Sql.update(
                    connection,
                    "insert into raw.csv_files (file_id, sha256, bytes, source, snapshot_at) values (?, ?, 1, ?, now())",
                    file,
                    file.toString().replace("-", "").repeat(2),
                    "t" + file);
            quarantined(connection, 1, "dismissed", 181);
            quarantined(connection, 2, "dismissed", 179);
            quarantined(connection, 3, "open", 400);
            Sql.update(connection, """
                    insert into audit.column_stats (file_id, column_name, created_at)
                    values (?, 'old', now() - interval '401 days'), (?, 'new', now())
                    """, file, file);

            for (var sql : traces.daily()) {
                Sql.update(connection, sql);
            }

            assertThat(Sql.query(
                            connection,
                            "select row_no from staging.copart_raw where file_id = ? order by row_no",
                            row -> row.getInt(1),
                            file))
                    .isEqualTo(List.of(2, 3));
            assertThat(Sql.query(
                            connection,
                            "select column_name from audit.column_stats where file_id = ?",
                            row -> row.getString(1),
                            file))
                    .isEqualTo(List.of("new"));
        }
    }
}
