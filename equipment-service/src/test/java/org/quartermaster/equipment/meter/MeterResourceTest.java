package org.quartermaster.equipment.meter;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class MeterResourceTest {
    private static final String MACHINES = "/api/v1/equipment/";

    private final TestTenant tenant = TestTenant.create();
    private final Instant start = Instant.now().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);

    private String machine() {
        return tenant.post("/api/v1/equipment", "{\"name\":\"A\",\"equipment_type\":\"tractor\"}")
                .statusCode(201)
                .extract()
                .path("equipment_id");
    }

    private ValidatableResponse send(String machine, int hour, double hours) {
        return tenant.post(
                        MACHINES + machine + "/telemetry/batch",
                        "[{\"recorded_at\":\"%s\",\"hours\":%s,\"lat\":10,\"lon\":%s}]"
                                .formatted(start.plus(Duration.ofHours(hour)), hours, 10 + hour * 0.01))
                .statusCode(200);
    }

    private ValidatableResponse show(String machine) {
        return tenant.as("viewer").get(MACHINES + machine).then();
    }

    @Test
    void replacedMeterGoesOnWithoutAStepAndRetryCountsWhatWasWarnedMeanwhile() {
        var id = machine();
        tenant.post(
                        "/api/v1/plans",
                        "{\"equipment_id\":\"" + id + "\",\"name\":\"Oil\",\"maintenance_type\":\"oil_change\","
                                + "\"next_due_hours\":1005,\"lead_hours\":2}")
                .statusCode(201);
        send(id, 0, 1000);
        send(id, 2, 0).body("warned", equalTo(1));
        send(id, 8, 6).body("warned", equalTo(1));
        show(id).body("current_hours", equalTo(1000.0f)).body("current_lon", equalTo(10.08f));

        tenant.post(
                        MACHINES + id + "/meters/hours/replace",
                        "{\"final_reading\":1001,\"replaced_at\":\"" + start.plusSeconds(3600)
                                + "\",\"reason\":\"broken\",\"serial_number\":\"M2\"}")
                .statusCode(200)
                .body("reason", equalTo("replacement"))
                .body("offset_total", equalTo(1001.0f))
                .body("total", equalTo(1001.0f))
                .body("note", equalTo("broken"));

        show(id).body("current_hours", equalTo(1001.0f)).body("due_stage", equalTo("ok"));
        tenant.post("/api/v1/telemetry/rejects/retry", "{\"equipment_id\":\"" + id + "\"}")
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("warned", equalTo(0));
        show(id).body("current_hours", equalTo(1007.0f)).body("due_stage", equalTo("overdue"));
        tenant.as("viewer")
                .get(MACHINES + id + "/meters")
                .then()
                .body("items", hasSize(2))
                .body("items[0].last_reading", equalTo(6.0f))
                .body("items[0].removed_at", nullValue())
                .body("items[1].removed_at", notNullValue());
    }

    @Test
    void correctedMeterMayFallAndTheAlertEnds() {
        var id = machine();
        send(id, 0, 100);
        tenant.post(
                        "/api/v1/plans",
                        "{\"equipment_id\":\"" + id + "\",\"name\":\"Oil\",\"maintenance_type\":\"oil_change\","
                                + "\"next_due_hours\":500,\"lead_hours\":50}")
                .statusCode(201);
        tenant.post(MACHINES + id + "/telemetry", "{\"hours\":900}").body("due_stage", equalTo("overdue"));

        tenant.post(MACHINES + id + "/meters/hours/correct", "{\"reading\":101,\"reason\":\"typing error\"}")
                .statusCode(200)
                .body("total", equalTo(101.0f));

        show(id).body("current_hours", equalTo(101.0f))
                .body("due_stage", equalTo("ok"))
                .body("open_alerts", equalTo(0));
        tenant.post(MACHINES + id + "/telemetry", "{\"hours\":102}").body("current_hours", equalTo(102.0f));
        tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"current_hours\":50}")
                .put(MACHINES + id)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("hours_backwards"))
                .body("errors[0].field", equalTo("current_hours"));
    }

    @Test
    void metersOfADeletedMachineAreForManagersWhoAskForThem() {
        var id = machine();
        send(id, 0, 10);
        tenant.manager().delete(MACHINES + id).then().statusCode(204);
        var meters = MACHINES + id + "/meters";

        tenant.manager().get(meters).then().statusCode(404);
        tenant.as("viewer").get(meters + "?include_deleted=true").then().statusCode(403);
        tenant.manager().get(meters + "?include_deleted=true").then().body("items.kind", contains("hours"));
    }

    @Test
    void wrongReplacementsAreRefused() {
        var id = machine();
        tenant.post(MACHINES + id + "/meters/hours/correct", "{\"reading\":1,\"reason\":\"x\"}")
                .statusCode(404);
        send(id, 0, 100);

        tenant.post(MACHINES + id + "/meters/hours/replace", "{\"final_reading\":99,\"reason\":\"x\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("greater_than_equal"));
        tenant.post(MACHINES + id + "/meters/hours/replace", "{\"final_reading\":100}")
                .statusCode(422)
                .body("errors[0].code", equalTo("missing"));
        tenant.post(MACHINES + id + "/meters/depth/replace", "{\"final_reading\":100,\"reason\":\"x\"}")
                .statusCode(404);
        tenant.as("operator")
                .contentType(ContentType.JSON)
                .body("{\"reading\":1,\"reason\":\"x\"}")
                .post(MACHINES + id + "/meters/hours/correct")
                .then()
                .statusCode(403);
    }

    @Test
    void formSpeaksOfTotalsAndSamplesOfReadings() {
        var id = machine();
        send(id, 0, 1000);
        tenant.post(MACHINES + id + "/meters/hours/replace", "{\"final_reading\":1000,\"reason\":\"x\"}")
                .statusCode(200);

        tenant.post(MACHINES + id + "/telemetry", "{\"hours\":3}").body("current_hours", equalTo(1003.0f));
        tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"current_hours\":1004}")
                .put(MACHINES + id)
                .then()
                .statusCode(200)
                .body("current_hours", equalTo(1004.0f));

        tenant.as("viewer").get(MACHINES + id + "/meters").then().body("items[0].last_reading", equalTo(4.0f));
    }
}
