package org.quartermaster.vehicle;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.platform.testing.openapi.OpenApiContract;

/** The committed document of this service. */
@VehicleTest
final class OpenApiTest extends OpenApiContract {
    OpenApiTest() {
        super("org.quartermaster.vehicle");
    }

    @Override
    protected Map<String, String> existing(TestTenant tenant) {
        var asset = UUID.randomUUID();
        try (var connection = LocalServers.adminConnection("vehicle")) {
            Sql.update(connection, "insert into vehicle.assets (tenant_id, id) values (?, ?)", tenant.id(), asset);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return Map.of("vin", "1HGCM82633A004352", "asset_id", asset.toString());
    }
}
