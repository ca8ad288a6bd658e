package org.quartermaster.vehicle.load;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.vehicle.VehicleDatabase;
import org.quartermaster.vehicle.VehicleTest;
import org.quartermaster.vehicle.feed.LotValues;

/** What becomes clear of lots because time has passed. */
@VehicleTest
class DailyOutcomesTest {
    private static final String T1 = "2026-03-01T10:00:00Z";
    private static final String T2 = "2026-03-02T10:00:00Z";
    private static final String LATER = "2026-03-05T10:00:00Z";
    private static final Consumer<LotValues> MINIMUM_BID = lot -> {
        lot.saleType = "minimum_bid";
        lot.auctionDatetimeUtc = Instant.parse("2026-02-24T15:00:00Z");
    };

    @Inject
    DailyOutcomes daily;

    private static String goneSource() throws SQLException {
        var source = "d" + Math.abs(new Random().nextLong());
        var all = new Snapshot(source, T1);
        var most = new Snapshot(source, T2);
        for (var n = 0; n < 20; n++) {
            all.lot("" + n, null, T1, MINIMUM_BID);
            if (n > 0) {
                most.lot("" + n, null, T1, MINIMUM_BID);
            }
        }
        all.load();
        most.load();
        return source;
    }

    private static List<String> standing(String source) throws SQLException {
        try (var connection = VehicleDatabase.system()) {
            return Sql.query(
                    connection,
                    "select concat_ws(' ', status, outcome_confidence) from vehicle.lots where lot_external_id = ?",
                    row -> row.getString(1),
                    source + ":0");
        }
    }

    @Test
    void theDaysOfEachSourceAreThoseOfItsOwnSnapshots() throws SQLException {
        var ahead = goneSource();
        var behind = goneSource();
        new Snapshot(ahead, LATER).partial().lot("1", null, T1, MINIMUM_BID).load();
        assertThat(standing(ahead)).containsExactly("pending_result");

        daily.run();

        assertThat(standing(ahead)).containsExactly("on_approval 0.60");
        assertThat(standing(behind)).containsExactly("pending_result");
    }
}
