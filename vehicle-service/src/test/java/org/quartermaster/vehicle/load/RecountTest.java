package org.quartermaster.vehicle.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.vehicle.VehicleDatabase;
import org.quartermaster.vehicle.VehicleTest;

/** What a load adds to and takes from the numbers of lots, and what it is sent of records that it knows. */
@VehicleTest
class RecountTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

    private final Random random = new Random();
    private final String source = "t" + Math.abs(random.nextLong());
    private final String make = "MAKE " + source;

    private static List<String> rows(String sql) throws SQLException {
        try (var connection = VehicleDatabase.system()) {
            return Sql.query(connection, sql, row -> row.getString(1));
        }
    }

    private List<String> kept() throws SQLException {
        return rows("""
                select concat_ws('|', make, model_group, year, lots, listed) from vehicle.make_model_counts
                where make like '%s%%' order by 1
                """.formatted(make));
    }

    private List<String> counted() throws SQLException {
        return rows("""
                select concat_ws('|', make, model_group, year, count(*),
                  count(*) filter (where status in ('unscheduled', 'active')))
                from vehicle.lots where make like '%s%%' and not is_removed
                group by make, model_group, year order by 1
                """.formatted(make));
    }

    private static String at(int day) {
        return BEGIN.plus(day, ChronoUnit.DAYS).toString();
    }

    /** Some lots of the source, some of them under another name or year than before. */
    private Snapshot snapshot(int day) {
        var snapshot = new Snapshot(source, at(day));
        for (var number = 0; number < 12; number++) {
            if (random.nextInt(4) > 0) {
                var name = make + random.nextInt(2);
                var year = random.nextBoolean() ? null : Integer.valueOf(2010 + random.nextInt(2));
                var model = random.nextBoolean() ? null : "M" + random.nextInt(2);
                var updated = at(day - random.nextInt(3));
                snapshot.lot(String.valueOf(number), null, updated, lot -> {
                    lot.make = name;
                    lot.modelGroup = model;
                    lot.year = year;
                });
            }
        }
        return snapshot;
    }

    @Test
    void theNumbersAreThoseOfTheLotsWhateverIsLoadedInWhichOrder() throws SQLException {
        for (var step = 0; step < 25; step++) {
            snapshot(random.nextInt(20)).load();

            assertThat(kept()).isEqualTo(counted());
        }
    }

    @Test
    void aLotOfARemovedVehicleIsCountedNoMore() throws SQLException {
        var vin = LoadTest.vin();
        new Snapshot(source, at(1)).lot("1", vin, at(1), lot -> lot.make = make).load();
        try (var connection = VehicleDatabase.system()) {
            Sql.update(connection, "insert into vehicle.removals (vin, reason) values (?, 'asked for')", vin);
        }

        new Snapshot(source, at(2))
                .lot("1", vin, at(2), lot -> lot.make = make + "2")
                .load();

        assertThat(kept()).isEqualTo(counted()).isEmpty();
    }

    @Test
    void aRecordThatALotRepeatsIsKeptWholeWhereTheFileSaysItTwice() throws SQLException {
        new Snapshot(source, at(1)).lot("1", null, at(1)).load();

        var counts = new Snapshot(source, at(2))
                .lot("1", null, at(0), lot -> lot.color = "RED")
                .lot("1", null, at(1))
                .lot("1", null, at(1))
                .load()
                .counts();

        assertThat(counts.unchanged()).isEqualTo(1);
        assertThat(counts.duplicatesInFile()).isEqualTo(2);
        assertThat(counts.flagged()).isEqualTo(2);
        assertThat(rows("""
                select r.row_no || ' ' || r.effect || ' ' || r.lot_external_id from raw.rows r
                where r.lot_external_id = '%s:1' order by r.ingested_at, r.row_no
                """.formatted(source)))
                .containsExactly(
                        "2 inserted %s:1".formatted(source),
                        "3 unchanged %s:1".formatted(source),
                        "4 duplicate %s:1".formatted(source));
    }

    @Test
    void aRecordThatALotRepeatsStandsBehindANewerOneOfItsFile() throws SQLException {
        new Snapshot(source, at(1)).lot("1", null, at(1)).load();

        var counts = new Snapshot(source, at(2))
                .lot("1", null, at(1))
                .lot("1", null, at(2), lot -> lot.color = "RED")
                .load()
                .counts();

        assertThat(counts.updated()).isEqualTo(1);
        assertThat(counts.duplicatesInFile()).isEqualTo(1);
        assertThat(rows("select color from vehicle.lots where lot_external_id = '%s:1'".formatted(source)))
                .containsExactly("RED");
    }
}
