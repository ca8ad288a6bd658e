package org.quartermaster.equipment.maintenance;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class CorrectionTest {
    private static final String MACHINES = "/api/v1/equipment/";
    private static final String RECORDS = "/api/v1/maintenance/";

    private final TestTenant tenant = TestTenant.create();

    private ValidatableResponse get(String path) {
        return tenant.manager().get(path).then().statusCode(200);
    }

    private String machine() {
        return tenant.post("/api/v1/equipment", "{\"name\":\"A\",\"equipment_type\":\"pump\",\"current_hours\":1000}")
                .extract()
                .path("equipment_id");
    }

    private String plan(String machine, String more) {
        return tenant.post(
                        "/api/v1/plans",
                        "{\"equipment_id\":\"" + machine + "\",\"name\":\"P\",\"maintenance_type\":\"oil_change\","
                                + more + "}")
                .statusCode(201)
                .extract()
                .path("plan_id");
    }

    private String oilChange(String machine, String more) {
        return tenant.post(
                        MACHINES + machine + "/maintenance",
                        "{\"maintenance_type\":\"oil_change\",\"description\":\"Oil\"" + more + "}")
                .statusCode(201)
                .extract()
                .path("record_id");
    }

    private ValidatableResponse correct(String record, String json) {
        return tenant.post(RECORDS + record + "/corrections", json);
    }

    @Test
    void voidTakesBackWhatTheRecordDidToThePlan() {
        var machine = machine();
        var plan = plan(machine, "\"interval_hours\":100,\"next_due_hours\":990");
        var record = oilChange(machine, ",\"cost\":10,\"currency\":\"USD\"");
        get("/api/v1/plans/" + plan).body("next_due_hours", equalTo(1100.00f)).body("stage", equalTo("ok"));

        var tag = get(RECORDS + record).extract().header("ETag");
        tenant.as("viewer")
                .header("If-None-Match", tag)
                .get(RECORDS + record)
                .then()
                .statusCode(304);

        correct(record, "{\"void\":true,\"reason\":\"Wrong machine\"}")
                .statusCode(201)
                .body("voided", equalTo(true))
                .body("corrects_record_id", equalTo(record))
                .body("correction_reason", equalTo("Wrong machine"))
                .body("rescheduled_plans[0].next_due_hours", equalTo(990.00f));

        tenant.as("viewer")
                .header("If-None-Match", tag)
                .get(RECORDS + record)
                .then()
                .statusCode(200);
        get("/api/v1/plans/" + plan)
                .body("next_due_hours", equalTo(990.00f))
                .body("last_done_at", nullValue())
                .body("last_record_id", nullValue())
                .body("stage", equalTo("overdue"));
        get("/api/v1/alerts").body("alerts.plan_id", contains(plan));
        get(MACHINES + machine).body("last_maintenance_at", nullValue());
        get(MACHINES + machine + "/maintenance").body("records", hasSize(0));
        get(MACHINES + machine + "/maintenance?include_corrected=true").body("records", hasSize(2));
        get(MACHINES + machine + "/maintenance/verify")
                .body("ok", equalTo(true))
                .body("records", equalTo(2));
        get(MACHINES + machine + "/cost").body("currencies", hasSize(0));
    }

    @Test
    void voidOfTheNewestLeavesTheWorkBefore() {
        var machine = machine();
        var plan = plan(machine, "\"interval_days\":100");
        var early = Instant.now().minus(Duration.ofDays(20)).toString();
        tenant.post("/api/v1/plans/" + plan, "{}");
        tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"last_done_at\":\"" + Instant.now().minus(Duration.ofDays(60)) + "\"}")
                .patch("/api/v1/plans/" + plan)
                .then()
                .statusCode(200);
        var first = oilChange(machine, ",\"performed_at\":\"" + early + "\"");
        var second = oilChange(machine, "");

        correct(second, "{\"void\":true,\"reason\":\"Typed twice\"}").statusCode(201);

        get("/api/v1/plans/" + plan).body("last_record_id", equalTo(first));
        correct(first, "{\"void\":true,\"reason\":\"Typed twice\"}").statusCode(201);
        get("/api/v1/plans/" + plan).body("last_record_id", nullValue());
    }

    @Test
    void oneOffPlanIsOpenAgainWhenItsRecordIsVoided() {
        var machine = machine();
        var plan = plan(machine, "\"next_due_hours\":1500");
        var record = oilChange(machine, "");
        get("/api/v1/plans/" + plan).body("state", equalTo("completed"));

        correct(record, "{\"void\":true,\"reason\":\"Not done\"}").statusCode(201);

        get("/api/v1/plans/" + plan).body("state", equalTo("active")).body("next_due_hours", equalTo(1500.00f));
    }

    @Test
    void correctionStandsInThePlaceOfTheRecord() {
        var machine = machine();
        var plan = plan(machine, "\"interval_hours\":100");
        var record = oilChange(machine, ",\"cost\":10,\"currency\":\"USD\"");

        String corrected = correct(
                        record,
                        "{\"maintenance_type\":\"filter_change\",\"description\":\"Filter\",\"reason\":\"Wrong type\","
                                + "\"cost\":25,\"currency\":\"USD\"}")
                .statusCode(201)
                .extract()
                .path("record_id");

        get("/api/v1/plans/" + plan).body("last_record_id", nullValue()).body("next_due_hours", equalTo(1100.00f));
        get(MACHINES + machine + "/maintenance").body("records.record_id", contains(corrected));
        get(RECORDS + record).body("corrected_by", equalTo(corrected));
        get(MACHINES + machine + "/cost").body("currencies[0].maintenance", equalTo(25.00f));
        correct(record, "{\"void\":true,\"reason\":\"again\"}").statusCode(409);
    }

    @Test
    void wrongCorrectionsAreRefused() {
        var record = oilChange(machine(), "");

        correct(record, "{\"void\":true}").statusCode(422).body("errors[0].field", equalTo("reason"));
        correct(record, "{\"reason\":\"x\"}").statusCode(422);
        correct(record, "{\"void\":true,\"reason\":\"x\",\"cost\":1}")
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown_field"));
        correct("maint_none", "{\"void\":true,\"reason\":\"x\"}").statusCode(404);
        TestTenant.create()
                .manager()
                .contentType(ContentType.JSON)
                .body("{\"void\":true,\"reason\":\"x\"}")
                .post(RECORDS + record + "/corrections")
                .then()
                .statusCode(404);
        tenant.as("operator")
                .contentType(ContentType.JSON)
                .body("{\"void\":true,\"reason\":\"x\"}")
                .post(RECORDS + record + "/corrections")
                .then()
                .statusCode(403);
    }

    @Test
    void bulkRecordsTheSameWorkOnAllOrNone() {
        var first = machine();
        var second = machine();
        var plan = plan(second, "\"interval_hours\":100");
        var work = ",\"maintenance_type\":\"oil_change\",\"description\":\"Oil\",\"cost\":5}";

        tenant.post(RECORDS + "bulk", "{\"equipment_ids\":[\"" + first + "\",\"eq_none\"]" + work)
                .statusCode(422)
                .body("errors[0].field", equalTo("equipment_ids[1]"));
        get(MACHINES + first + "/maintenance").body("total", equalTo(0));
        tenant.post(RECORDS + "bulk", "{\"equipment_ids\":[\"" + first + "\",\"" + second + "\"]" + work)
                .statusCode(201)
                .body("count", equalTo(2))
                .body("records.source", contains("bulk", "bulk"))
                .body("records.rescheduled_plans.flatten().plan_id", contains(plan));
        get(MACHINES + second + "/cost").body("currencies[0].currency", equalTo("XXX"));
    }

    @Test
    void recordThatNamesAnAlertResolvesIt() {
        var machine = machine();
        String alert = tenant.post(
                        MACHINES + machine + "/alerts", "{\"maintenance_type\":\"repair\",\"description\":\"Leak\"}")
                .extract()
                .path("alert_id");

        String record = tenant.post(
                        MACHINES + machine + "/maintenance",
                        "{\"maintenance_type\":\"repair\",\"description\":\"Sealed\",\"alert_id\":\"" + alert + "\"}")
                .statusCode(201)
                .body("closed_alerts", contains(alert))
                .extract()
                .path("record_id");

        get("/api/v1/alerts/" + alert)
                .body("resolution", equalTo("maintenance_recorded"))
                .body("resolved_record_id", equalTo(record));
    }
}
