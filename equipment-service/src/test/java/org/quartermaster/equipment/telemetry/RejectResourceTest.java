package org.quartermaster.equipment.telemetry;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class RejectResourceTest {
    private static final String REJECTS = "/api/v1/telemetry/rejects";

    private final TestTenant tenant = TestTenant.create();

    @Test
    void refusedSamplesAreKeptAndTakenOnceTheirMachineIsThere() {
        tenant.post(
                        "/api/v1/telemetry",
                        "[{\"serial_number\":\"R-1\",\"recorded_at\":\"%s\",\"hours\":7,\"sample_id\":\"\\u0000\"},"
                                        .formatted(Instant.now())
                                + "{\"serial_number\":\"R-1\",\"recorded_at\":\"%s\",\"hours\":7}]"
                                        .formatted(Instant.now()))
                .body("rejected", equalTo(2));
        tenant.as("operator")
                .get(REJECTS)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.find{it.index==1}.raw.hours", equalTo(7))
                .body("items.find{it.index==1}.errors[0].code", equalTo("unknown_equipment"))
                .body("items.find{it.index==1}.equipment_ref", equalTo("R-1"))
                .body("items.find{it.index==1}.retried_at", nullValue());
        var id = tenant.post(
                        "/api/v1/equipment", "{\"name\":\"A\",\"equipment_type\":\"pump\",\"serial_number\":\"R-1\"}")
                .extract()
                .<String>path("equipment_id");

        tenant.post(REJECTS + "/retry", "")
                .statusCode(200)
                .body("received", equalTo(2))
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(1));

        tenant.as("viewer").get("/api/v1/equipment/" + id).then().body("current_hours", equalTo(7.0f));
        tenant.as("operator")
                .get(REJECTS + "?retried=true")
                .then()
                .body("items", hasSize(2))
                .body("items[0].retried_at", notNullValue());
        tenant.as("viewer").get(REJECTS).then().statusCode(403);
        tenant.as("operator").get(REJECTS + "?colour=red").then().statusCode(400);
    }
}
