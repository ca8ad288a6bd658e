package org.quartermaster.vehicle;

import java.util.Map;
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
        String asset = tenant.post("/api/v1/assets", "{}").extract().path("id");
        return Map.of(
                "vin",
                "1HGCM82633A004352",
                "asset_id",
                asset,
                "entity_type",
                "person",
                "lot_id",
                "1",
                "domain",
                "fuel");
    }
}
