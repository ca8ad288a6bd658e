package org.quartermaster.vehicle.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.vehicle.VehicleDatabase;
import org.quartermaster.vehicle.VehicleTest;

/** The merge of records into vehicles and lots. */
@VehicleTest
class LoadTest {
    private static final Random RANDOM = new Random();
    private static final String T1 = "2026-03-01T10:00:00Z";
    private static final String T2 = "2026-03-02T10:00:00Z";
    private static final String T3 = "2026-03-03T10:00:00Z";

    private final String source = source();
    private final String vin = vin();

    private static String source() {
        return "t" + Math.abs(RANDOM.nextLong());
    }

    static String vin() {
        return "1HGZ" + (1_000_000_000_000L + Math.floorMod(RANDOM.nextLong(), 8_000_000_000_000L));
    }

    private Snapshot snapshot(String at) {
        return new Snapshot(source, at);
    }

    private String lot(String number, String columns) throws SQLException {
        var found = rows("select concat_ws(' ', %s) from vehicle.lots l where lot_external_id = '%s:%s'"
                .formatted(columns, source, number));
        return found.isEmpty() ? null : found.get(0);
    }

    private static List<String> rows(String sql) throws SQLException {
        try (var connection = VehicleDatabase.system()) {
            return Sql.query(connection, sql, row -> row.getString(1));
        }
    }

    private List<String> events(String number) throws SQLException {
        return rows("""
                select e.kind || ' ' || e.changes from audit.lot_events e join vehicle.lots l on l.id = e.lot_id
                where l.lot_external_id = '%s:%s' order by e.id
                """.formatted(source, number));
    }

    @Test
    void aNewRecordMakesALotAndItsVehicle() throws SQLException {
        var counts = snapshot(T1).lot("1", vin, T1).load().counts();

        assertThat(counts.inserted()).isEqualTo(1);
        assertThat(counts.vehiclesInserted()).isEqualTo(1);
        assertThat(counts.ok()).isEqualTo(1);
        assertThat(lot("1", "vin, status, make, relist_count, source")).isEqualTo(vin + " active HONDA 0 " + source);
        assertThat(rows("select make from vehicle.vehicles where vin = '" + vin + "'"))
                .containsExactly("HONDA");
    }

    @Test
    void theSameRecordAgainWritesNothing() throws SQLException {
        snapshot(T1).lot("1", vin, T1).load();
        var before = lot("1", "xmax, ctid");

        var counts = snapshot(T2).lot("1", vin, T1).load().counts();

        assertThat(counts.unchanged()).isEqualTo(1);
        assertThat(counts.vehiclesInserted() + counts.vehiclesUpdated()).isZero();
        assertThat(lot("1", "xmax, ctid")).isEqualTo(before);
    }

    @Test
    void aNewerRecordWinsAndSaysWhatChanged() throws SQLException {
        snapshot(T1).lot("1", vin, T1).load();

        var counts = snapshot(T2)
                .lot("1", vin, T2, lot -> {
                    lot.currentBid = new java.math.BigDecimal("1250.50");
                    lot.color = "RED";
                })
                .load()
                .counts();

        assertThat(counts.updated()).isEqualTo(1);
        assertThat(lot("1", "current_bid, color, version")).isEqualTo("1250.50 RED 2");
        assertThat(events("1"))
                .containsExactlyInAnyOrder(
                        "price_change {\"current_bid\": [null, 1250.50]}", "updated {\"color\": [null, \"RED\"]}");
    }

    @Test
    void aNewerRecordOfTheSameContentMovesTheTimeAlone() throws SQLException {
        snapshot(T1).lot("1", vin, T1).load();

        var counts = snapshot(T2).lot("1", vin, T2).load().counts();

        assertThat(counts.touched()).isEqualTo(1);
        assertThat(lot("1", "cast(source_updated_at at time zone 'UTC' as date)"))
                .isEqualTo("2026-03-02");
        assertThat(events("1")).isEmpty();
    }

    @Test
    void anOlderRecordChangesNothing() throws SQLException {
        snapshot(T2).lot("1", vin, T2, lot -> lot.color = "RED").load();

        var counts =
                snapshot(T1).lot("1", vin, T1, lot -> lot.color = "BLUE").load().counts();

        assertThat(counts.stale()).isEqualTo(1);
        assertThat(lot("1", "color")).isEqualTo("RED");
    }

    @Test
    void otherContentOfTheSameTimeIsAConflict() throws SQLException {
        snapshot(T1).lot("1", vin, T1, lot -> lot.color = "RED").load();

        var result = snapshot(T2).lot("1", vin, T1, lot -> lot.color = "BLUE").load();

        assertThat(result.counts().conflicts()).isEqualTo(1);
        assertThat(result.counts().flagged()).isEqualTo(1);
        assertThat(lot("1", "color")).isEqualTo("RED");
        assertThat(rows("""
                        select kind || existing || incoming from audit.upsert_conflicts c
                        join vehicle.lots l on l.id = c.lot_id where l.lot_external_id = '%s:1'
                        """.formatted(source)))
                .containsExactly("same_time_other_content{\"color\": \"RED\"}{\"color\": \"BLUE\"}");
    }

    @Test
    void ofTwoRecordsOfALotInOneFileTheNewerWins() throws SQLException {
        var counts = snapshot(T3)
                .lot("1", vin, T1, lot -> lot.color = "RED")
                .lot("1", vin, T2, lot -> lot.color = "BLUE")
                .lot("1", vin, T2, lot -> lot.color = "GREEN")
                .load()
                .counts();

        assertThat(lot("1", "color")).isEqualTo("BLUE");
        assertThat(counts.duplicatesInFile()).isEqualTo(2);
        assertThat(counts.flagged()).isEqualTo(2);
        assertThat(counts.byCode()).containsEntry("duplicate_lot_in_file", 2L).containsEntry("conflict_same_time", 1L);
    }

    @Test
    void aRecordWithoutAUsableVinLeavesTheLotsOwn() throws SQLException {
        snapshot(T1).lot("1", vin, T1).load();

        snapshot(T2).lot("1", null, T2).load();

        assertThat(lot("1", "vin, vin_kind")).isEqualTo(vin + " missing");
    }

    @Test
    void anotherVinIsFlagged() throws SQLException {
        snapshot(T1).lot("1", vin, T1).load();
        var other = vin();

        var counts = snapshot(T2).lot("1", other, T2).load().counts();

        assertThat(counts.byCode()).containsEntry("vin_changed", 1L);
        assertThat(events("1")).contains("vin_change {\"vin\": [\"%s\", \"%s\"]}".formatted(vin, other));
    }

    @Test
    void aBlankNeverErasesWhatIsKnownOfAVehicle() throws SQLException {
        snapshot(T1).lot("1", vin, T1, lot -> lot.fuel = "gasoline").load();

        snapshot(T2).lot("1", vin, T2, lot -> lot.color = "RED").load();

        assertThat(rows("select fuel || color from vehicle.vehicles where vin = '" + vin + "'"))
                .containsExactly("gasolineRED");
    }

    @Test
    void recordsThatCannotBeUsedWait() throws SQLException {
        var counts = snapshot(T1).lot("1", vin, T1).unreadable("12x").load().counts();

        assertThat(counts.read()).isEqualTo(2);
        assertThat(counts.quarantined()).isEqualTo(1);
        assertThat(rows("""
                        select q.raw_text || q.field || q.codes::text from staging.copart_raw q
                        join raw.csv_files f on f.file_id = q.file_id where f.source = '%s'
                        """.formatted(source))).containsExactly("12xOdometer{bad_number}");
    }

    @Test
    void aLotThatTheNextSnapshotDoesNotNameIsGoneAndMayComeBack() throws SQLException {
        var all = snapshot(T1);
        var most = snapshot(T2);
        for (var n = 0; n < 20; n++) {
            var each = vin();
            all.lot("" + n, each, T1);
            if (n > 0) {
                most.lot("" + n, each, T1);
            }
        }
        assertThat(all.load().gate().reason()).isEqualTo(Gate.Reason.NO_BASELINE);

        var result = most.load();

        assertThat(result.gate().isOpen()).isTrue();
        assertThat(result.counts().disappeared()).isEqualTo(1);
        assertThat(lot("0", "status, outcome_confidence")).isEqualTo("cancelled 0.50");

        var back = snapshot(T3).lot("0", null, T1).load();

        assertThat(back.gate().reason()).isEqualTo(Gate.Reason.TOO_FEW_ROWS);
        assertThat(lot("0", "status, outcome")).isEqualTo("active");
        assertThat(events("0")).hasSize(3).last().asString().startsWith("reappeared");
    }

    @Test
    void aLotWhoseRecordCouldNotBeSplitIsNotGone() throws SQLException {
        var all = snapshot(T1);
        var most = snapshot(T2).unreadable("7,40000000,\"");
        for (var n = 0; n < 120; n++) {
            all.lot("" + (40_000_000 + n), null, T1);
            if (n > 1) {
                most.lot("" + (40_000_000 + n), null, T1);
            }
        }
        all.load();

        var result = most.load();

        assertThat(result.gate().isOpen()).isTrue();
        assertThat(result.counts().disappeared()).isEqualTo(1);
        assertThat(lot("40000000", "status")).isEqualTo("active");
        assertThat(lot("40000001", "status")).isEqualTo("cancelled");
    }

    @Test
    void anAuctionOfWhichTheDayAloneIsKnownIsHeldOnThatDay() throws SQLException {
        var all = snapshot(T2);
        var most = snapshot(T3);
        for (var n = 0; n < 30; n++) {
            var day = n == 0 ? "2026-02-20" : "2026-05-01";
            all.lot("" + n, null, T1, lot -> {
                lot.auctionDate = java.time.LocalDate.parse(day);
                lot.auctionDatetimeUtc = null;
                lot.saleType = "pure_sale";
            });
        }
        for (var n = 2; n < 30; n++) {
            most.lot("" + n, null, T1);
        }
        all.load();

        assertThat(most.load().counts().outcomes()).isEqualTo(2);

        assertThat(lot("0", "status, outcome_confidence")).isEqualTo("sold 0.85");
        assertThat(lot("1", "status, outcome_confidence")).isEqualTo("cancelled 0.50");
    }

    @Test
    void aVinUnderTwoMakesIsAConflict() throws SQLException {
        snapshot(T1).lot("1", vin, T1).load();

        snapshot(T2)
                .lot("2", vin, T2, lot -> lot.make = "Honda")
                .lot("3", vin, T2, lot -> lot.make = "TOYOTA")
                .load();

        assertThat(rows("""
                        select conflict_reason || split_part(lot_external_id, ':', 2) from audit.vin_conflicts
                        where vin_normalized = '%s' order by 1
                        """.formatted(vin)))
                .containsExactly("make_disagrees2", "make_disagrees3", "two_live_lots2", "two_live_lots3");
    }

    @Test
    void aVinOfOneMakeIsNone() throws SQLException {
        snapshot(T1).lot("1", vin, T1).load();

        snapshot(T2).lot("2", vin, T2, lot -> lot.make = "Honda").load();

        assertThat(rows("select conflict_reason from audit.vin_conflicts where vin_normalized = '" + vin + "'"))
                .isEmpty();
    }

    @Test
    void aVehicleUnderANewNumberIsRelisted() throws SQLException {
        snapshot(T1).lot("1", vin, T1).load();

        var counts = snapshot(T2).lot("2", vin, T2).load().counts();

        assertThat(counts.relisted()).isEqualTo(1);
        assertThat(lot("2", "relist_count, previous_lot_id")).isEqualTo("1 " + lot("1", "id"));
    }

    @Test
    void twoLotsOfOneVinInOneSnapshotAllowNoConclusion() throws SQLException {
        var counts = snapshot(T1).lot("1", vin, T1).lot("2", vin, T1).load().counts();

        assertThat(counts.relisted()).isZero();
        assertThat(counts.byCode()).containsEntry("vin_on_two_lots", 2L);
        assertThat(counts.vehiclesInserted()).isEqualTo(1);
    }

    @Test
    void aRemovedVehicleStaysRemoved() throws SQLException {
        try (var connection = VehicleDatabase.system()) {
            Sql.update(connection, "insert into vehicle.removals (vin, reason) values (?, 'asked for')", vin);
        }

        var counts = snapshot(T1).lot("1", vin, T1).load().counts();

        assertThat(counts.suppressed()).isEqualTo(1);
        assertThat(lot("1", "status, is_removed")).isEqualTo("removed t");
    }

    /** The order rule: whatever the order of the files, the lots are those of the newest records. */
    @Test
    void theOrderOfSnapshotsDoesNotMatter() throws SQLException {
        var seed = RANDOM.nextLong();
        var random = new Random(seed);
        var expected = permuted(random, List.of(0, 1, 2, 3));
        for (var round = 0; round < 3; round++) {
            var order = new ArrayList<>(List.of(0, 1, 2, 3));
            Collections.shuffle(order, random);

            assertThat(permuted(new Random(seed), order))
                    .as("seed %d, order %s", seed, order)
                    .isEqualTo(expected);
        }
    }

    private List<String> permuted(Random random, List<Integer> order) throws SQLException {
        var own = source();
        var files = new ArrayList<Snapshot>();
        for (var n = 0; n < 4; n++) {
            files.add(new Snapshot(own, "2026-03-0%dT12:00:00Z".formatted(n + 1)).partial());
        }
        for (var number = 0; number < 30; number++) {
            for (var n = 0; n < 4; n++) {
                var color = "C" + random.nextInt(3);
                if (random.nextInt(4) > 0) {
                    files.get(n)
                            .lot("" + number, null, "2026-03-0%dT10:00:00Z".formatted(n + 1), lot -> lot.color = color);
                }
            }
        }
        for (var n : order) {
            files.get(n).load();
        }
        return rows("""
                select split_part(lot_external_id, ':', 2) || color || source_updated_at from vehicle.lots
                where source = '%s' order by 1
                """.formatted(own));
    }
}
