package org.quartermaster.vehicle.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quartermaster.vehicle.VehicleTest;
import org.quartermaster.vehicle.feed.Column;

/** Files that come later than newer ones. */
@VehicleTest
class OrderOfFilesTest {
    private static final String T1 = "2026-03-01T08:00:00Z";
    private static final String T2 = "2026-03-02T08:00:00Z";
    private static final String T3 = "2026-03-03T08:00:00Z";
    private static final String T4 = "2026-03-04T08:00:00Z";

    private final Sender sender = Sender.create();
    private final List<Map<Column, String>> all = Sender.lots(20);
    private final List<Map<Column, String>> most = all.subList(0, 19);

    private List<String> lastLot(String columns) throws SQLException {
        return Upload.rows(
                "select concat_ws(' ', %s) from vehicle.lots where lot_external_id = ?".formatted(columns),
                sender.source() + ":" + all.get(19).get(Column.LOT_NUMBER));
    }

    @Test
    void aLotThatANewerSnapshotDoesNotNameIsGoneAlthoughItComesLater() throws SQLException {
        sender.load(Sender.file(most), T1);
        most.get(0).put(Column.BUY_IT_NOW, "7000.0");
        var newest = sender.load(Sender.file(most), T4);
        assertThat(newest.getString("gate.state")).isEqualTo("open");

        var older = sender.load(Sender.file(all), T2);

        assertThat(older.getInt("counts.inserted")).isEqualTo(1);
        assertThat(older.getInt("counts.disappeared")).isZero();
        assertThat(lastLot("status, disappeared_at = '%s'".formatted(T4))).containsExactly("pending_result t");
    }

    @Test
    void aLotThatIsGoneInANewerSnapshotDoesNotComeBackByAnOlderOne() throws SQLException {
        sender.load(Sender.file(all), T1);
        sender.load(Sender.file(most), T2);
        most.get(0).put(Column.BUY_IT_NOW, "7000.0");
        assertThat(sender.load(Sender.file(most), T4).getString("gate.state")).isEqualTo("open");
        var before = lastLot("status, disappeared_at");
        most.get(1).put(Column.BUY_IT_NOW, "7000.0");

        var older = sender.load(Sender.file(all), T3);

        assertThat(older.getInt("counts.reappeared")).isZero();
        assertThat(lastLot("status, disappeared_at")).isEqualTo(before);
    }
}
