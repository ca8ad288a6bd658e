package org.quartermaster.equipment.history;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class HistoryResourceTest {
    private static final String PATH = "/api/v1/equipment";

    private final TestTenant tenant = TestTenant.create();

    private String machine() {
        return tenant.post(PATH, "{\"name\":\"A\",\"equipment_type\":\"pump\",\"current_hours\":100}")
                .extract()
                .path("equipment_id");
    }

    private void rename(String machine, String name) {
        tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"" + name + "\"}")
                .patch(PATH + "/" + machine)
                .then()
                .statusCode(200);
    }

    @Test
    void changesOfTheMachineAndOfWhatBelongsToItAreListed() {
        var machine = machine();
        rename(machine, "B");
        tenant.post(
                        "/api/v1/plans",
                        "{\"equipment_id\":\"" + machine
                                + "\",\"name\":\"P\",\"maintenance_type\":\"repair\",\"next_due_hours\":90}")
                .statusCode(201);
        tenant.post(
                PATH + "/" + machine + "/maintenance", "{\"maintenance_type\":\"oil_change\",\"description\":\"x\"}");
        var history = PATH + "/" + machine + "/history";

        tenant.as("viewer")
                .get(history)
                .then()
                .statusCode(200)
                .body("items.entity", hasItems("equipment", "plan", "alert", "maintenance"));
        tenant.as("viewer")
                .get(history + "?entity=equipment")
                .then()
                .body("items.action", contains("updated", "created"))
                .body("items[0].changed", contains("name"))
                .body("items[0].before.name", equalTo("A"))
                .body("items[0].after.name", equalTo("B"))
                .body("items[0].after.status", nullValue())
                .body("items[0].actor", notNullValue())
                .body("items[1].after.status", equalTo("operational"));
        String cursor = tenant.as("viewer")
                .get(history + "?limit=1&entity=equipment")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("next_cursor");
        tenant.as("viewer")
                .get(history + "?limit=1&entity=equipment&cursor=" + cursor)
                .then()
                .body("items.action", contains("created"));
        TestTenant.create().as("viewer").get(history).then().statusCode(404);
    }

    @Test
    void machineIsShownAsItWasAtATime() {
        var machine = machine();
        var early = Instant.now();
        rename(machine, "B");
        tenant.post(PATH + "/" + machine + "/telemetry", "{\"hours\":150,\"fuel_percent\":50}")
                .statusCode(200);
        var get = PATH + "/" + machine + "?at=";

        tenant.as("viewer")
                .get(get + early)
                .then()
                .statusCode(200)
                .body("name", equalTo("A"))
                .body("current_hours", equalTo(100.00f))
                .body("current_fuel_percent", nullValue());
        tenant.as("viewer")
                .get(get + Instant.now())
                .then()
                .body("name", equalTo("B"))
                .body("current_hours", equalTo(150.00f));
        var tag = tenant.as("viewer").get(get + early).header("ETag");
        tenant.as("viewer").header("If-None-Match", tag).get(get + early).then().statusCode(304);
        tenant.as("viewer").get(get + "2020-01-01").then().statusCode(404);
        TestTenant.create().as("viewer").get(get + early).then().statusCode(404);
    }
}
