package org.quartermaster.equipment.alert;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.http.ContentType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestTenant;

/** A machine runs past its oil change, and the workshop does it: alerts, plans and records together. */
@EquipmentTest
class BreakdownFlowTest {
    private final TestTenant tenant = TestTenant.create();
    private String machine;
    private String plan;

    @BeforeEach
    void machineNearItsOilChangeAt1300Hours() {
        machine = tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"8R\",\"equipment_type\":\"tractor\",\"current_hours\":1200}")
                .post("/api/v1/equipment")
                .then()
                .statusCode(201)
                .extract()
                .path("equipment_id");
        plan = tenant.manager()
                .contentType(ContentType.JSON)
                .body(("{\"equipment_id\":\"%s\",\"name\":\"Oil\",\"maintenance_type\":\"oil_change\","
                                + "\"interval_hours\":250,\"next_due_hours\":1300}")
                        .formatted(machine))
                .post("/api/v1/plans")
                .then()
                .statusCode(201)
                .extract()
                .path("plan_id");
        run(1260);
    }

    private void run(int hours) {
        tenant.as("operator")
                .post("/api/v1/equipment/" + machine + "/telemetry?hours=" + hours)
                .then()
                .statusCode(200);
    }

    private String alertId() {
        return tenant.as("viewer").get("/api/v1/alerts").then().extract().path("alerts[0].alert_id");
    }

    @Test
    void passingTheDuePointMakesTheOneAlertOverdueAndTheRecordClosesIt() {
        tenant.as("viewer")
                .get("/api/v1/equipment/alerts")
                .then()
                .body("alerts.stage", contains("due_soon"))
                .body("alerts.priority", contains("medium"));

        run(1301);

        tenant.as("viewer")
                .get("/api/v1/equipment/alerts")
                .then()
                .body("alerts", hasSize(1))
                .body("overdue_count", equalTo(1))
                .body("alerts[0].priority", equalTo("high"))
                .body("alerts[0].explanation.text", containsString("1301"));
        tenant.as("viewer")
                .get("/api/v1/equipment/" + machine)
                .then()
                .body("due_stage", equalTo("overdue"))
                .body("open_alerts", equalTo(1))
                .body("next_due.plan_id", equalTo(plan));

        tenant.as("operator")
                .post("/api/v1/equipment/" + machine
                        + "/maintenance?maintenance_type=oil_change&description=Oil&performed_hours=1300")
                .then()
                .statusCode(201)
                .body("closed_alerts", hasSize(1))
                .body("rescheduled_plans[0].next_due_hours", equalTo(1550.00f));
        tenant.as("viewer").get("/api/v1/equipment/alerts").then().body("count", equalTo(0));
        tenant.as("viewer").get("/api/v1/equipment/" + machine).then().body("due_stage", equalTo("ok"));
    }

    @Test
    void resolvingAsDoneReschedulesThePlanAndAFalseAlarmStaysQuietUntilTheNextStage() {
        resolve("false_alarm");
        run(1261);
        tenant.as("viewer").get("/api/v1/equipment/alerts").then().body("count", equalTo(0));

        run(1301);
        tenant.as("viewer").get("/api/v1/equipment/alerts").then().body("count", equalTo(1));
        resolve("done");

        tenant.as("viewer").get("/api/v1/plans/" + plan).then().body("next_due_hours", equalTo(1551.00f));
        tenant.as("viewer").get("/api/v1/equipment/" + machine).then().body("due_stage", equalTo("ok"));
    }

    private void resolve(String reason) {
        tenant.as("operator")
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"" + reason + "\"}")
                .post("/api/v1/alerts/" + alertId() + "/resolve")
                .then()
                .statusCode(200)
                .body("state", equalTo("resolved"));
    }
}
