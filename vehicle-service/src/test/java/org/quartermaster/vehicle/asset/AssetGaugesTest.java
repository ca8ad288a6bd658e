package org.quartermaster.vehicle.asset;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.testing.Metrics;
import org.quartermaster.vehicle.VehicleTest;
import org.quartermaster.vehicle.gauge.GaugeTick;

/** How many assets the metrics tell of. */
@VehicleTest
class AssetGaugesTest {
    private final Fleet fleet = Fleet.create();

    @Inject
    GaugeTick gauges;

    private double count(String status) throws SQLException {
        gauges.look();
        return Metrics.value("vehicle_assets", "data_status=\"" + status + "\"");
    }

    @Test
    void assetsAreCountedByTheirQuality() throws SQLException {
        var drafts = count("draft");
        var archived = count("archived");
        fleet.asset(Map.of("make", "BMW"));
        var second = fleet.asset(Map.of("make", "Audi"));
        fleet.post("/" + second + "/archive", Map.of("reason", "scrapped")).statusCode(200);

        assertThat(count("draft")).isEqualTo(drafts + 1);
        assertThat(count("archived")).isEqualTo(archived + 1);
    }
}
