package org.quartermaster.equipment;

import io.restassured.http.ContentType;
import java.util.Map;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.platform.testing.openapi.OpenApiContract;

/** The committed document of this service. */
@EquipmentTest
final class OpenApiTest extends OpenApiContract {
    OpenApiTest() {
        super("org.quartermaster.equipment");
    }

    @Override
    protected Map<String, String> existing(TestTenant tenant) {
        var machine =
                create(tenant, "/api/v1/equipment", "{\"name\":\"A\",\"equipment_type\":\"pump\"}", "equipment_id");
        var plan = create(tenant, "/api/v1/plans", """
                {"equipment_id": "%s", "name": "A", "maintenance_type": "other", "interval_days": 1}
                """.formatted(machine), "plan_id");
        var alert = create(tenant, "/api/v1/equipment/" + machine + "/alerts", """
                {"maintenance_type": "other", "description": "A"}
                """, "alert_id");
        var rule = create(tenant, "/api/v1/alert-rules", "{\"kind\": \"silent\", \"name\": \"A\"}", "rule_id");
        var zone = create(tenant, "/api/v1/geofences", """
                {"name": "A", "shape": "circle", "center_lat": 15, "center_lon": 44, "radius_m": 100}
                """, "zone_id");
        return Map.of("equipment_id", machine, "plan_id", plan, "alert_id", alert, "rule_id", rule, "zone_id", zone);
    }

    private static String create(TestTenant tenant, String path, String body, String id) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path(id);
    }
}
