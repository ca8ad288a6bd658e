package org.quartermaster.equipment.rule;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quartermaster.platform.testing.Eventually.await;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.testing.Statements;
import org.quartermaster.platform.testing.TestTenant;

/** Rules as samples meet them. */
@EquipmentTest
class RuleAlertTest {
    private static final String MACHINES = "/api/v1/equipment/";
    private static final String RULES = "/api/v1/alert-rules";
    private static final Instant START = Instant.now().minus(Duration.ofHours(5));

    private final TestTenant tenant = TestTenant.create();

    @Inject
    SilenceTick tick;

    @Inject
    SystemConnection database;

    private String machine(String more) {
        return tenant.post("/api/v1/equipment", "{\"name\":\"A\",\"equipment_type\":\"tractor\"" + more + "}")
                .statusCode(201)
                .extract()
                .path("equipment_id");
    }

    private String rule(String json) {
        return tenant.post(RULES, json).statusCode(201).extract().path("rule_id");
    }

    private String hot(String more) {
        return rule("""
                {"kind": "threshold", "name": "Too hot", "measure": "measures.coolant_c", "direction": "above",
                 "raise_at": 100, "clear_at": 90%s}
                """.formatted(more));
    }

    private void sample(String machine, int minute, String values) {
        tenant.post(
                        MACHINES + machine + "/telemetry",
                        "{\"recorded_at\":\"" + START.plus(Duration.ofMinutes(minute)) + "\"," + values + "}")
                .statusCode(200);
    }

    private void coolant(String machine, int minute, int degrees) {
        sample(machine, minute, "\"measures\":{\"coolant_c\":" + degrees + "}");
    }

    private ValidatableResponse alerts(String query) {
        return tenant.as("viewer").get("/api/v1/alerts" + query).then().statusCode(200);
    }

    private void resolve(String alert) {
        tenant.post("/api/v1/alerts/" + alert + "/resolve", "{\"reason\":\"false_alarm\"}")
                .statusCode(200);
    }

    @Test
    void threeSamplesInARowRaiseOneAlertThatEndsOnTheOtherSide() {
        var machine = machine("");
        var rule = hot(",\"raise_count\":3,\"priority\":\"high\"");

        coolant(machine, 1, 110);
        coolant(machine, 2, 95);
        coolant(machine, 3, 101);
        sample(machine, 4, "\"fuel_percent\":80");
        coolant(machine, 5, 102);
        alerts("").body("alerts", empty());
        coolant(machine, 6, 103);
        coolant(machine, 7, 104);

        alerts("")
                .body("alerts.kind", contains("threshold"))
                .body("alerts.rule_id", contains(rule))
                .body("alerts.priority", contains("high"))
                .body("alerts.description", contains("Too hot"))
                .body("alerts[0].explanation.counter", equalTo("measures.coolant_c"))
                .body("alerts[0].explanation.threshold", equalTo(100))
                .body("alerts[0].explanation.evidence.value", contains(101, 102, 103));
        coolant(machine, 8, 91);
        alerts("").body("count", equalTo(1));
        coolant(machine, 9, 90);
        alerts("?state=all").body("alerts.resolution", contains("condition_cleared"));
    }

    @Test
    void batchesCutAnywhereGiveTheAlertsOfOneBatch() {
        hot(",\"raise_count\":3,\"clear_count\":2");
        var degrees = new int[] {101, 102, 95, 101, 103, 104, 85, 95, 84, 83, 120, 121, 122, 80};
        var expected = List.of("condition_cleared", "open");

        for (var size : new int[] {1, 2, 3, 5, degrees.length}) {
            var machine = machine("");
            for (var from = 0; from < degrees.length; from += size) {
                batch(machine, degrees, from, Math.min(degrees.length, from + size));
            }
            var found = alerts("?state=all&equipment_id=" + machine).extract().jsonPath();
            assertEquals(
                    expected,
                    found.getList("alerts.sort{it.explanation.reading_at}.collect{it.resolution ?: it.state}"),
                    "batches of " + size);
            assertEquals(
                    List.of(104, 122),
                    found.getList("alerts.sort{it.explanation.reading_at}.explanation.reading"),
                    "batches of " + size);
        }
    }

    private void batch(String machine, int[] degrees, int from, int to) {
        var samples = new ArrayList<String>();
        for (var i = from; i < to; i++) {
            samples.add("{\"recorded_at\":\"" + START.plus(Duration.ofMinutes(i)) + "\",\"measures\":{\"coolant_c\":"
                    + degrees[i] + "}}");
        }
        tenant.post(MACHINES + machine + "/telemetry/batch", "{\"samples\":[" + String.join(",", samples) + "]}")
                .statusCode(200)
                .body("accepted", equalTo(to - from));
    }

    @Test
    void lateSamplesNeitherRaiseNorEnd() {
        var machine = machine("");
        hot("");

        coolant(machine, 10, 95);
        coolant(machine, 5, 120);
        alerts("").body("alerts", empty());
        coolant(machine, 11, 120);
        coolant(machine, 7, 20);
        alerts("").body("count", equalTo(1));
    }

    @Test
    void ruleOfTheMachineGoesBeforeThatOfTheTenant() {
        var own = machine("");
        var other = machine("");
        rule("{\"kind\":\"low_fuel\",\"name\":\"Low\",\"raise_at\":50,\"clear_at\":60,\"priority\":\"low\"}");
        rule("{\"kind\":\"low_fuel\",\"name\":\"Off\",\"enabled\":false,\"equipment_id\":\"" + own + "\"}");

        sample(own, 1, "\"fuel_percent\":5");
        sample(other, 1, "\"fuel_percent\":45");

        alerts("")
                .body("alerts.equipment_id", contains(other))
                .body("alerts.priority", contains("low"))
                .body("alerts[0].explanation.threshold", equalTo(50));
        sample(other, 2, "\"fuel_percent\":59");
        alerts("").body("count", equalTo(1));
        sample(other, 3, "\"fuel_percent\":60");
        alerts("").body("count", equalTo(0));
    }

    @Test
    void alertsEndWithTheirRule() {
        var machine = machine("");
        sample(machine, 1, "\"fuel_percent\":5");
        alerts("").body("alerts.rule_id", contains((String) null));

        var rule = rule("{\"kind\":\"low_fuel\",\"name\":\"Low\",\"raise_at\":10}");
        alerts("").body("alerts", empty());
        sample(machine, 2, "\"fuel_percent\":4");
        alerts("").body("alerts.rule_id", contains(rule));
        tenant.manager().delete(RULES + "/" + rule).then().statusCode(204);
        alerts("").body("alerts", empty());
    }

    @Test
    void changedLimitsEndTheAlertsAndTheNextSampleIsJudgedByThem() {
        var machine = machine("");
        var rule = rule("{\"kind\":\"low_fuel\",\"name\":\"Low\",\"raise_at\":50,\"clear_at\":60}");
        sample(machine, 1, "\"fuel_percent\":40");
        alerts("").body("count", equalTo(1));

        tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"raise_at\":45}")
                .patch(RULES + "/" + rule)
                .then()
                .statusCode(200);

        alerts("").body("alerts", empty());
        sample(machine, 2, "\"fuel_percent\":41");
        alerts("").body("alerts[0].explanation.threshold", equalTo(45));
    }

    @Test
    void whatAPersonClosedStaysQuietUntilTheConditionWasGone() {
        var machine = machine("");
        hot("");
        coolant(machine, 1, 120);
        resolve(alerts("").extract().path("alerts[0].alert_id"));

        coolant(machine, 2, 121);
        alerts("").body("alerts", empty());
        coolant(machine, 3, 80);
        coolant(machine, 4, 95);
        coolant(machine, 5, 122);

        alerts("").body("count", equalTo(1));
    }

    @Test
    void inactiveMachineRaisesNoAlert() {
        var machine = machine(",\"status\":\"inactive\"");

        sample(machine, 1, "\"fuel_percent\":5");

        alerts("").body("alerts", empty());
    }

    @Test
    void fuelThatLeavesAStandingMachineIsTold() {
        var machine = machine("");
        rule("{\"kind\":\"fuel_drop\",\"name\":\"Theft\",\"raise_at\":8,\"priority\":\"critical\"}");

        var minute = 1;
        for (var fuel : new int[] {80, 81, 80, 70, 70}) {
            sample(machine, minute++, "\"speed_kmh\":0,\"fuel_percent\":" + fuel);
        }

        alerts("")
                .body("alerts.kind", contains("fuel_drop"))
                .body("alerts.description", contains("Fuel fell by 10 points while the machine stood"));
    }

    @Test
    void restoredMachineIsJudgedByItsPresentFuel() {
        var machine = machine("");
        sample(machine, 1, "\"fuel_percent\":5");
        tenant.manager().delete(MACHINES + machine).then().statusCode(204);
        alerts("").body("alerts", empty());

        tenant.manager().post(MACHINES + machine + "/restore").then().statusCode(200);

        alerts("").body("alerts.kind", contains("low_fuel"));
    }

    @Test
    void chunkInWhichNothingHappensCostsTheSameHoweverManyRules() throws SQLException {
        var statements = new Statements("equipment");
        var machine = machine("");
        hot("");
        coolant(machine, 1, 50);
        var few = statements.countDuring(() -> coolant(machine, 2, 50));
        for (var n = 0; n < 10; n++) {
            hot(",\"equipment_id\":\"" + machine + "\",\"priority\":\"low\"");
        }

        assertEquals(few, statements.countDuring(() -> coolant(machine, 3, 50)));
    }

    @Test
    void silenceShowsWithoutAnyRequestAndEndsWithTheNextSample() throws SQLException {
        var watched = machine(",\"silent_after_minutes\":30");
        var byRule = machine("");
        var never = machine(",\"silent_after_minutes\":30");
        var rule = rule("{\"kind\":\"silent\",\"name\":\"S\",\"raise_at\":60,\"equipment_id\":\"" + byRule + "\"}");
        sample(watched, 1, "\"hours\":1");
        sample(byRule, 1, "\"hours\":1");
        seenBefore("59 minutes");

        tickUntil("the machine that is watched is silent", () -> alerts("")
                .body("alerts.equipment_id", contains(watched))
                .body("alerts.kind", contains("silent")));
        seenBefore("61 minutes");
        tickUntil("both are silent, but not the one that never spoke", () -> alerts("")
                .body("alerts.equipment_id", containsInAnyOrder(watched, byRule))
                .body("alerts.rule_id", containsInAnyOrder(null, rule)));
        sample(watched, 2, "\"hours\":2");
        alerts("").body("alerts.equipment_id", contains(byRule));
        tenant.manager().post(MACHINES + byRule + "/telemetry").then().statusCode(200);
        tickUntil("a sign of life ends it", () -> alerts("").body("alerts", empty()));
        alerts("?state=all&equipment_id=" + never).body("count", equalTo(0));
    }

    private void seenBefore(String ago) throws SQLException {
        try (var connection = database.open();
                var statement = connection.prepareStatement("update equipment set last_seen_at = now() - interval '"
                        + ago + "' where tenant_id = ? and last_seen_at is not null")) {
            statement.setString(1, tenant.id());
            statement.executeUpdate();
        }
    }

    private void tickUntil(String what, ThrowingRunnable holds) {
        await(what).untilAsserted(() -> {
            tick.run();
            holds.run();
        });
    }
}
