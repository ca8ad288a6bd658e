package org.quartermaster.equipment;

import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.quartermaster.equipment.photo.TestPicture;
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
        var fault = create(tenant, "/api/v1/equipment/" + machine + "/faults", "{\"title\": \"A\"}", "fault_id");
        var photo = photo(tenant, machine);
        create(tenant, "/api/v1/equipment/" + machine + "/maintenance", """
                {"maintenance_type": "other", "description": "A", "performed_hours": 10, "performed_km": 10}
                """, "record_id");
        return Map.of(
                "equipment_id", machine,
                "plan_id", plan,
                "alert_id", alert,
                "fault_id", fault,
                "photo_id", photo,
                "kind", "hours");
    }

    private static String photo(TestTenant tenant, String machine) {
        try {
            return tenant.manager()
                    .contentType("image/png")
                    .body(TestPicture.png(8, 8))
                    .post("/api/v1/equipment/" + machine + "/photos")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("photo_id");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
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
