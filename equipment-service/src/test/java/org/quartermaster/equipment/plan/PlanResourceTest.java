package org.quartermaster.equipment.plan;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class PlanResourceTest {
    private static final String MACHINES = "/api/v1/equipment/";
    private static final String PLANS = "/api/v1/plans";

    private final TestTenant tenant = TestTenant.create();

    private String machine() {
        return tenant.post(
                        "/api/v1/equipment", "{\"name\":\"A\",\"equipment_type\":\"tractor\",\"current_hours\":1000}")
                .extract()
                .path("equipment_id");
    }

    private String plan(String machine, String type, String more) {
        return tenant.post(
                        PLANS,
                        "{\"equipment_id\":\"" + machine + "\",\"name\":\"P\",\"maintenance_type\":\"" + type + "\","
                                + more + "}")
                .statusCode(201)
                .extract()
                .path("plan_id");
    }

    @Test
    void planCountsFromThePresentTotalsAndTheMachineShowsThePrimaryOne() {
        var id = machine();
        var plan = plan(id, "general_service", "\"interval_hours\":250,\"required_parts\":[{\"name\":\"Filter\"}]");

        tenant.as("viewer")
                .get(PLANS + "/" + plan)
                .then()
                .statusCode(200)
                .body("next_due_hours", equalTo(1250.00f))
                .body("is_primary", equalTo(true))
                .body("required_parts[0].quantity", equalTo(1))
                .body("required_parts[0].sku", nullValue())
                .body("stage", equalTo("ok"));
        tenant.manager().get(MACHINES + id).then().body("next_maintenance_hours", equalTo(1250.00f));
        tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"required_parts\":[{\"name\":\"Oil\",\"unit\":\"l\"},{\"name\":\"Filter\"}]}")
                .patch(PLANS + "/" + plan)
                .then()
                .statusCode(200)
                .body("required_parts.name", contains("Oil", "Filter"));
        tenant.post(
                        PLANS,
                        "{\"equipment_id\":\"" + id + "\",\"name\":\"Q\",\"maintenance_type\":\"repair\","
                                + "\"interval_days\":1,\"is_primary\":true}")
                .statusCode(409)
                .body("errors[0].field", equalTo("is_primary"));
    }

    @Test
    void wrongPlansAreRefused() {
        var id = machine();
        var start = "{\"equipment_id\":\"" + id + "\",\"name\":\"P\",\"maintenance_type\":\"repair\"";

        tenant.post(PLANS, start + "}").statusCode(422).body("errors[0].code", equalTo("plan_without_due_point"));
        tenant.post(PLANS, start + ",\"interval_hours\":0}").statusCode(422);
        tenant.post(PLANS, start + ",\"interval_days\":1,\"colour\":1,\"required_parts\":[{\"name\":\"a\",\"b\":1}]}")
                .statusCode(422)
                .body("errors.field", contains("colour", "required_parts[0].b"));
        tenant.post(PLANS, start.replace(id, "eq_none") + ",\"interval_days\":1}")
                .statusCode(404);
    }

    @Test
    void hoursRestageThePlanAndARecordReschedulesIt() {
        var id = machine();
        var plan = plan(id, "oil_change", "\"interval_hours\":100");

        tenant.post(MACHINES + id + "/telemetry", "{\"hours\":1060}").body("due_stage", equalTo("due_soon"));
        tenant.post(MACHINES + id + "/telemetry", "{\"hours\":1110}").body("due_stage", equalTo("overdue"));
        tenant.post(MACHINES + id + "/maintenance", "{\"maintenance_type\":\"oil_change\",\"description\":\"Oil\"}")
                .statusCode(201)
                .body("rescheduled_plans", hasSize(1))
                .body("rescheduled_plans[0].next_due_hours", equalTo(1210.00f));

        tenant.manager().get(MACHINES + id).then().body("due_stage", equalTo("ok"));
        tenant.manager()
                .get(PLANS + "/" + plan)
                .then()
                .body("last_done_hours", equalTo(1110.00f))
                .body("stage", equalTo("ok"));
    }

    @Test
    void recordOlderThanTheLastWorkChangesNoPlan() {
        var id = machine();
        plan(id, "oil_change", "\"interval_days\":10,\"last_done_at\":\"2026-01-10T00:00:00Z\"");

        tenant.post(
                        MACHINES + id + "/maintenance",
                        "{\"maintenance_type\":\"oil_change\",\"description\":\"Oil\","
                                + "\"performed_at\":\"2026-01-09T00:00:00Z\"}")
                .statusCode(201)
                .body("rescheduled_plans", hasSize(0));
    }

    @Test
    void oneOffPlanIsCompletedByItsRecord() {
        var id = machine();
        var plan = plan(id, "repair", "\"next_due_at\":\"2026-01-01\",\"is_primary\":true");

        tenant.manager().get(MACHINES + id).then().body("due_stage", equalTo("overdue"));
        tenant.post(
                        MACHINES + id + "/maintenance",
                        "{\"maintenance_type\":\"other\",\"description\":\"x\",\"plan_id\":\"" + plan + "\"}")
                .statusCode(201)
                .body("rescheduled_plans[0].next_due_at", nullValue());
        tenant.manager().get(PLANS + "/" + plan).then().body("state", equalTo("completed"));
        tenant.manager().get(MACHINES + id).then().body("next_maintenance_at", nullValue());
        tenant.manager().post(PLANS + "/" + plan + "/pause").then().statusCode(409);
    }

    @Test
    void pausedPlanDoesNotStageTheMachineUntilResumed() {
        var id = machine();
        var plan = plan(id, "repair", "\"interval_hours\":10,\"next_due_hours\":900");

        tenant.manager().get(MACHINES + id).then().body("due_stage", equalTo("overdue"));
        tenant.manager()
                .post(PLANS + "/" + plan + "/pause")
                .then()
                .statusCode(200)
                .body("state", equalTo("paused"));
        tenant.manager().get(MACHINES + id).then().body("due_stage", equalTo("ok"));
        tenant.manager().post(PLANS + "/" + plan + "/resume").then().body("stage", equalTo("overdue"));
        tenant.manager().post(PLANS + "/" + plan + "/skip").then().body("next_due_hours", equalTo(910.00f));
        tenant.as("operator").post(PLANS + "/" + plan + "/skip").then().statusCode(403);
    }

    @Test
    void patchAndDeleteFollowTheVersion() {
        var id = machine();
        var plan = plan(id, "repair", "\"interval_hours\":100");

        tenant.manager()
                .header("If-Match", "\"9.x\"")
                .contentType(ContentType.JSON)
                .body("{\"interval_hours\":200}")
                .patch(PLANS + "/" + plan)
                .then()
                .statusCode(412);
        tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"interval_hours\":200,\"name_ar\":null}")
                .patch(PLANS + "/" + plan)
                .then()
                .statusCode(200)
                .body("next_due_hours", equalTo(1200.00f))
                .body("version", equalTo(2));
        tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"recurring\":null}")
                .patch(PLANS + "/" + plan)
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("null_not_allowed"));
        tenant.as("viewer")
                .get(PLANS + "?equipment_id=" + id)
                .then()
                .body("items", hasSize(1))
                .body("total", equalTo(1));
        TestTenant.create().as("viewer").get(PLANS + "/" + plan).then().statusCode(404);
        tenant.manager().delete(PLANS + "/" + plan).then().statusCode(204);
        tenant.manager().delete(PLANS + "/" + plan).then().statusCode(404);
    }
}
