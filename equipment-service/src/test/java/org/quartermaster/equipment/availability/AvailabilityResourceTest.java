package org.quartermaster.equipment.availability;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class AvailabilityResourceTest {
    private static final String PERIODS = """
            insert into equipment_status_history (tenant_id, equipment_id, status, from_at, to_at)
            select m.tenant_id, m.equipment_id, p.status, cast(p.from_at as timestamptz), cast(p.to_at as timestamptz)
            from equipment m, (values
              ('operational', '2026-01-01T00:00Z', '2026-01-02T00:00Z'),
              ('repair', '2026-01-02T00:00Z', '2026-01-02T06:00Z'),
              ('operational', '2026-01-02T06:00Z', '2026-01-03T00:00Z'),
              ('inactive', '2026-01-03T00:00Z', '2026-01-05T00:00Z'),
              ('maintenance', '2026-01-05T00:00Z', '2026-01-05T12:00Z'),
              ('repair', '2026-01-05T12:00Z', '2026-01-05T18:00Z'),
              ('operational', '2026-01-05T18:00Z', '2026-01-06T00:00Z')) as p (status, from_at, to_at)
            where m.tenant_id = ?
            """;

    private final TestTenant tenant = TestTenant.create();

    @Inject
    SystemConnection database;

    private String path() throws SQLException {
        String id = tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"A\",\"equipment_type\":\"pump\"}")
                .post("/api/v1/equipment")
                .then()
                .extract()
                .path("equipment_id");
        try (var connection = database.open();
                var insert = connection.prepareStatement(PERIODS)) {
            insert.setString(1, tenant.id());
            insert.executeUpdate();
        }
        return "/api/v1/equipment/" + id + "/availability";
    }

    @Test
    void uptimeFailuresAndTheirTimesComeFromTheStatusHistory() throws SQLException {
        var path = path();

        tenant.as("viewer")
                .get(path + "?from=2026-01-01&to=2026-01-06")
                .then()
                .statusCode(200)
                .body("uptime_percent", equalTo(66.67f))
                .body("downtime_hours", equalTo(24.00f))
                .body("failures", equalTo(2))
                .body("mtbf_hours", equalTo(24.00f))
                .body("mttr_hours", equalTo(6.00f));
        tenant.as("viewer")
                .get(path + "?from=2026-01-03&to=2026-01-05")
                .then()
                .body("uptime_percent", nullValue())
                .body("mtbf_hours", nullValue());
        tenant.as("viewer").get(path + "?from=2026-01-06&to=2026-01-01").then().statusCode(422);
        TestTenant.create().as("viewer").get(path).then().statusCode(404);
    }
}
