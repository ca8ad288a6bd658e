package org.quartermaster.equipment.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class SingleCallTest {
    private static final String MACHINES = "/api/v1/equipment";

    private final TestTenant tenant = TestTenant.create();

    private String machine(String more) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"A\",\"equipment_type\":\"tractor\"" + more + "}")
                .post(MACHINES)
                .then()
                .statusCode(201)
                .extract()
                .path("equipment_id");
    }

    private ValidatableResponse report(String machine, String query) {
        return tenant.as("operator")
                .post(MACHINES + "/" + machine + "/telemetry" + query)
                .then();
    }

    @Test
    void callWithoutAnythingIsASignOfLife() {
        var id = machine("");

        report(id, "").statusCode(200).body("last_seen_at", notNullValue()).body("current_hours", nullValue());

        tenant.as("operator")
                .contentType(ContentType.JSON)
                .body("{\"colour\":\"red\"}")
                .post(MACHINES + "/" + id + "/telemetry")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("no_measurement"));
    }

    @Test
    void implausibleCallIsToldAtOnceAndStoresNothing() {
        var id = machine(",\"current_hours\":100");
        var now = Instant.now();
        report(id, "?lat=10&lon=10").statusCode(200);

        report(id, "?hours=99&fuel_percent=5")
                .statusCode(422)
                .body("errors[0].code", equalTo("hours_backwards"))
                .body(
                        "errors[0].message",
                        equalTo(
                                "The meter shows 99.00, less than the 100.00 known. If the meter was replaced, call POST"
                                        + " .../meters/hours/replace; if the known value is wrong, POST"
                                        + " .../meters/hours/correct."));
        report(id, "?hours=500&recorded_at=" + now.plusSeconds(60))
                .statusCode(422)
                .body("errors[0].code", equalTo("hours_jump"));
        report(id, "?lat=40&lon=10&recorded_at=" + now.plusSeconds(60))
                .statusCode(422)
                .body("errors[0].code", equalTo("position_jump"));
        report(id, "?hours=500").statusCode(200).body("current_hours", equalTo(500.0f));
        report(id, "?hours=500").statusCode(200);
        report(id, "?lat=40&lon=10").statusCode(200).body("current_lat", equalTo(40.0f));
        report(id, "").body("current_fuel_percent", nullValue());
    }

    @Test
    void unknownMachineIsNotFoundAndWrongTimesAreRefused() {
        var id = machine("");

        report("eq_of_nobody", "?hours=1").statusCode(404).body("code", equalTo("equipment_not_found"));
        report(id, "?hours=1&recorded_at=2099-01-01T00:00:00Z")
                .statusCode(422)
                .body("errors[0].code", equalTo("in_future"));
        report(id, "?hours=1&recorded_at=2001-01-01T00:00:00Z")
                .statusCode(422)
                .body("errors[0].code", equalTo("too_old"));
    }

    @Test
    void sameKeyGivesTheFirstAnswerAgain() {
        var id = machine("");
        var first = keyed(id);
        report(id, "?hours=6").statusCode(200);

        var again = keyed(id);

        assertThat(again).isEqualTo(first);
        report(id, "").body("current_hours", equalTo(6.0f));
    }

    private String keyed(String machine) {
        return tenant.as("operator")
                .header("Idempotency-Key", "k")
                .post(MACHINES + "/" + machine + "/telemetry?hours=5")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void thousandCallsOverTheLimitRaiseOneAlert() throws InterruptedException {
        var id = machine(",\"current_hours\":1000");
        tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"equipment_id\":\"" + id + "\",\"name\":\"Oil\",\"maintenance_type\":\"oil_change\","
                        + "\"interval_hours\":250,\"lead_hours\":75,\"last_done_at\":\""
                        + Instant.now().minus(Duration.ofDays(9)) + "\",\"last_done_hours\":1000}")
                .post("/api/v1/plans")
                .then()
                .statusCode(201);
        var pool = Executors.newFixedThreadPool(32);
        var calls = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 1000; i++) {
            var hours = i % 2 == 0 ? 1300 : 1300.5;
            calls.add(() -> report(id, "?hours=" + hours).extract().statusCode());
        }

        var answers = pool.invokeAll(calls).stream()
                .map(future -> {
                    try {
                        return future.get();
                    } catch (Exception failed) {
                        return -1;
                    }
                })
                .toList();
        pool.shutdown();

        assertThat(answers).isSubsetOf(200, 422).contains(200);
        tenant.as("viewer")
                .get(MACHINES + "/alerts?equipment_id=" + id)
                .then()
                .body("alerts", hasSize(1))
                .body("alerts[0].is_overdue", equalTo(true))
                .body("alerts[0].version", equalTo(1));
        report(id, "").body("current_hours", equalTo(1300.5f)).body("due_stage", equalTo("overdue"));
    }
}
