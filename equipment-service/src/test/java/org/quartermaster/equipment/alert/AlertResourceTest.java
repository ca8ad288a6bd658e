package org.quartermaster.equipment.alert;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.quartermaster.platform.testing.Eventually.await;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class AlertResourceTest {
    private static final String MACHINES = "/api/v1/equipment";
    private static final String ALERTS = "/api/v1/alerts";

    private final TestTenant tenant = TestTenant.create();

    @Inject
    SnoozeTick tick;

    private String machine() {
        return tenant.post(MACHINES, "{\"name\":\"Tractor\",\"equipment_type\":\"tractor\",\"brand\":\"Claas\"}")
                .statusCode(201)
                .extract()
                .path("equipment_id");
    }

    private String alert(String machine, String type, String more) {
        return tenant.post(
                        MACHINES + "/" + machine + "/alerts",
                        "{\"maintenance_type\":\"" + type + "\",\"description\":\"Look at it\"" + more + "}")
                .statusCode(201)
                .extract()
                .path("alert_id");
    }

    private ValidatableResponse list(String query) {
        return tenant.as("viewer").get(MACHINES + "/alerts" + query).then().statusCode(200);
    }

    @Test
    void listOfAFreshTenantIsEmpty() {
        list("").body("alerts", empty())
                .body("count", equalTo(0))
                .body("overdue_count", equalTo(0))
                .body("total_exact", equalTo(true));
    }

    @Test
    void manualAlertIsShownWithItsMachineAndItsLog() {
        var machine = machine();
        var id = alert(machine, "oil_change", ",\"due_hours\":0,\"description_ar\":\"زيت\"");

        list("").body("alerts[0].alert_id", equalTo(id))
                .body("alerts[0].equipment_name", equalTo("Tractor"))
                .body("alerts[0].equipment_type", equalTo("tractor"))
                .body("alerts[0].brand", equalTo("Claas"))
                .body("alerts[0].kind", equalTo("manual"))
                .body("alerts[0].due_hours", equalTo(0.00f))
                .body("alerts[0].is_overdue", equalTo(false))
                .body("alerts[0].recommendations", empty())
                .body("alerts[0].explanation.text", equalTo("Look at it"))
                .body("alerts[0]", hasKey("resolved_record_id"));
        tenant.as("viewer")
                .get(ALERTS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("alert_id", equalTo(id))
                .body("log.action", contains("raised"));
        tenant.manager().get(MACHINES + "/" + machine).then().body("open_alerts", equalTo(1));
    }

    @Test
    void listIsOrderedByUrgencyAndPagesByCursor() {
        var machine = machine();
        var later = alert(machine, "oil_change", ",\"due_at\":\"2090-02-01\"");
        var never = alert(machine, "tire_check", "");
        var critical = alert(machine, "repair", ",\"priority\":\"critical\"");
        var sooner = alert(machine, "calibration", ",\"due_at\":\"2090-01-01\"");
        var overdue = alert(machine, "other", ",\"priority\":\"low\",\"due_at\":\"2020-01-01\"");

        list("").body("alerts.alert_id", equalTo(List.of(overdue, critical, sooner, later, never)))
                .body("count", equalTo(5))
                .body("overdue_count", equalTo(1));
        var cursor = list("?limit=2")
                .body("alerts", hasSize(2))
                .body("count", equalTo(5))
                .extract()
                .<String>path("next_cursor");
        list("?limit=2&cursor=" + cursor).body("alerts.alert_id", contains(sooner, later));
        list("?overdue_only=true").body("alerts.alert_id", contains(overdue)).body("count", equalTo(1));
        list("?priority=critical,low").body("alerts.alert_id", contains(overdue, critical));
        list("?maintenance_type=repair&kind=manual&equipment_id=" + machine).body("count", equalTo(1));
        tenant.as("viewer").get(ALERTS + "?offset=4").then().body("alerts.alert_id", contains(never));
    }

    @Test
    void secondManualAlertOfATypeIsAConflict() {
        var machine = machine();
        var id = alert(machine, "oil_change", "");

        tenant.post(
                        MACHINES + "/" + machine + "/alerts",
                        "{\"maintenance_type\":\"oil_change\",\"description\":\"again\"}")
                .statusCode(409)
                .body("code", equalTo("duplicate"))
                .body("errors[0].field", equalTo("maintenance_type"));
        tenant.post(ALERTS + "/" + id + "/resolve", "{\"reason\":\"done\"}").statusCode(200);
        alert(machine, "oil_change", "");
    }

    @Test
    void alertIsAcknowledgedSnoozedAndResolvedOnceEach() {
        var id = alert(machine(), "oil_change", "");

        tenant.post(ALERTS + "/" + id + "/acknowledge", "{\"note\":\"I go\"}")
                .statusCode(200)
                .body("state", equalTo("acknowledged"))
                .body("acknowledged_at", notNullValue())
                .body("version", equalTo(2));
        tenant.post(ALERTS + "/" + id + "/acknowledge", "").statusCode(200).body("version", equalTo(2));
        tenant.post(ALERTS + "/" + id + "/snooze", "{\"hours\":2}").body("state", equalTo("snoozed"));
        list("").body("alerts", empty());
        list("?state=snoozed").body("alerts.alert_id", contains(id));
        tenant.post(ALERTS + "/" + id + "/resolve", "{\"reason\":\"false_alarm\",\"note\":\"sensor\"}")
                .body("state", equalTo("resolved"))
                .body("resolution", equalTo("false_alarm"));
        tenant.post(ALERTS + "/" + id + "/resolve", "{\"reason\":\"false_alarm\"}")
                .statusCode(200)
                .body("version", equalTo(4));
        tenant.post(ALERTS + "/" + id + "/acknowledge", "{}")
                .statusCode(409)
                .body("code", equalTo("invalid_transition"));
        list("?state=all").body("count", equalTo(1));
        tenant.as("viewer")
                .get(ALERTS + "/" + id)
                .then()
                .body("log.action", contains("raised", "acknowledge", "snooze", "resolve"))
                .body("log[1].note", equalTo("I go"))
                .body("log[1].from_state", equalTo("open"))
                .body("log[0].from_state", nullValue());
    }

    @Test
    void anotherTimeMovesASnoozeAndTheSameTimeIsNoChange() {
        var id = alert(machine(), "oil_change", "");
        var until = Instant.now()
                .plus(Duration.ofDays(2))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();

        tenant.post(ALERTS + "/" + id + "/snooze", "{\"hours\":2}").body("version", equalTo(2));
        tenant.post(ALERTS + "/" + id + "/snooze", "{\"until\":\"" + until + "\"}")
                .statusCode(200)
                .body("snoozed_until", equalTo(until))
                .body("version", equalTo(3));
        tenant.post(ALERTS + "/" + id + "/snooze", "{\"until\":\"" + until + "\"}")
                .statusCode(200)
                .body("version", equalTo(3));
    }

    @Test
    void wrongInputIsNamed() {
        var machine = machine();
        var id = alert(machine, "oil_change", "");

        tenant.post(ALERTS + "/" + id + "/snooze", "{}").statusCode(422).body("errors.code", contains("missing"));
        tenant.post(ALERTS + "/" + id + "/snooze", "{\"hours\":2161}").statusCode(422);
        tenant.post(ALERTS + "/" + id + "/snooze", "{\"until\":\"2020-01-01\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("in_past"));
        tenant.post(ALERTS + "/" + id + "/snooze", "{\"until\":\"2099-01-01\"}").statusCode(422);
        tenant.post(ALERTS + "/" + id + "/resolve", "{\"reason\":\"fault_resolved\",\"x\":1}")
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("enum", "unknown_field"));
        tenant.post(ALERTS + "/alert_none/resolve", "{\"reason\":\"done\"}").statusCode(404);
        tenant.post(MACHINES + "/eq_none/alerts", "{\"maintenance_type\":\"other\",\"description\":\"x\"}")
                .statusCode(404);
        tenant.post(MACHINES + "/" + machine + "/alerts", "{\"description\":\" \"}")
                .statusCode(422)
                .body("errors.field", hasItem("maintenance_type"));
        tenant.manager().get(ALERTS + "?limit=1001").then().statusCode(422);
        tenant.manager().get(ALERTS + "?sort=due_at").then().statusCode(400);
        tenant.as("viewer").post(ALERTS + "/" + id + "/acknowledge").then().statusCode(403);
    }

    @Test
    void anotherTenantSeesNoAlert() {
        var id = alert(machine(), "oil_change", "");
        var other = TestTenant.create();

        other.manager().get(ALERTS).then().body("count", equalTo(0));
        other.manager().get(ALERTS + "/" + id).then().statusCode(404);
        other.manager().post(ALERTS + "/" + id + "/acknowledge").then().statusCode(404);
    }

    @Test
    void deletingAMachineResolvesItsAlerts() {
        var machine = machine();
        alert(machine, "oil_change", "");

        tenant.manager().delete(MACHINES + "/" + machine).then().statusCode(204);

        list("?state=all").body("alerts.resolution", contains("equipment_deleted"));
    }

    @Test
    void renamingAMachineRenamesItInItsAlerts() {
        var machine = machine();
        alert(machine, "oil_change", "");

        tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"Old one\"}")
                .put(MACHINES + "/" + machine)
                .then()
                .statusCode(200);

        list("").body("alerts[0].equipment_name", equalTo("Old one"));
    }

    @Test
    void snoozedAlertOpensWhenItsTimeIsUp() throws Throwable {
        var id = alert(machine(), "oil_change", "");
        var until = Instant.now().plusSeconds(1);
        tenant.post(ALERTS + "/" + id + "/snooze", "{\"until\":\"" + until + "\"}")
                .statusCode(200);
        tick.wakeAll();
        list("").body("alerts", empty());

        await("the alert is open again").untilAsserted(() -> {
            tick.wakeAll();
            list("").body("alerts.state", contains("open")).body("alerts[0].snoozed_until", nullValue());
        });
    }

    @Test
    void lowFuelRaisesOneAlertBelow20AndClearsItAt25() {
        var machine = machine();

        fuel(machine, "19.99");
        fuel(machine, "10");
        list("").body("alerts.kind", contains("low_fuel")).body("alerts[0].explanation.threshold", equalTo(20));
        fuel(machine, "24.99");
        list("").body("count", equalTo(1));
        fuel(machine, "25");
        list("?state=all").body("alerts.resolution", contains("condition_cleared"));
        fuel(machine, "5");
        list("?state=all").body("count", equalTo(2));
    }

    private void fuel(String machine, String percent) {
        tenant.manager()
                .post(MACHINES + "/" + machine + "/telemetry?fuel_percent=" + percent)
                .then()
                .statusCode(200);
    }
}
