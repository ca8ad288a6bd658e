package org.quartermaster.vehicle.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.testing.ReplayCommand;
import org.quartermaster.vehicle.VehicleTest;

/** The live assets once more, for consumers that join later. */
@VehicleTest
class AssetSnapshotTest {
    private final Fleet fleet = Fleet.create();

    private List<String> published() throws SQLException {
        try (var connection = LocalServers.adminConnection("vehicle")) {
            return Sql.query(
                    connection,
                    "select concat_ws(' ', d ->> 'asset_id', d ->> 'make', d ->> 'version') from (select"
                            + " cast(envelope as jsonb) -> 'data' as d from platform.outbox where tenant_id = ?"
                            + " and subject like '%.asset.snapshot') e",
                    row -> row.getString(1),
                    fleet.tenant().id());
        }
    }

    @Test
    void currentPublishesEveryLiveAssetAndChangesNone() throws IOException, InterruptedException, SQLException {
        var kept = fleet.asset(Map.of("make", "BMW"));
        var archived = fleet.asset(Map.of("make", "Audi"));
        fleet.post("/" + archived + "/archive", Map.of("reason", "scrapped")).statusCode(200);

        ReplayCommand.run("vehicle", "--current");

        assertThat(published()).containsExactly(kept + " BMW 1");
    }
}
