package org.quartermaster.equipment.machine;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class NextMaintenanceTest {
    private static final String PATH = "/api/v1/equipment";

    private final TestTenant tenant = TestTenant.create();

    private ValidatableResponse create(String more) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"A\",\"equipment_type\":\"pump\",\"current_hours\":100" + more + "}")
                .post(PATH)
                .then()
                .statusCode(201);
    }

    private ValidatableResponse put(String id, String json) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body(json)
                .put(PATH + "/" + id)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse patch(String id, String json) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body(json)
                .patch(PATH + "/" + id)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse plans(String id) {
        return tenant.manager().get("/api/v1/plans?equipment_id=" + id).then().statusCode(200);
    }

    @Test
    void settingItOnAMachineWithoutAPlanMakesAOneOffPrimaryPlan() {
        var id = create(",\"next_maintenance_at\":\"2099-01-01\",\"next_maintenance_hours\":500")
                .body("next_maintenance_at", equalTo("2099-01-01T00:00:00Z"))
                .body("next_maintenance_hours", equalTo(500.00f))
                .body("next_due.due_hours", equalTo(500.00f))
                .body("version", equalTo(1))
                .extract()
                .<String>path("equipment_id");

        plans(id)
                .body("items.is_primary", contains(true))
                .body("items.recurring", contains(false))
                .body("items.maintenance_type", contains("general_service"))
                .body("items.name", contains("Next maintenance"));
    }

    @Test
    void putLeavesWhatIsNullAndMovesWhatIsGiven() {
        var id = create("").body("next_maintenance_at", nullValue()).extract().<String>path("equipment_id");

        put(id, "{\"next_maintenance_hours\":150}").body("due_stage", equalTo("due_soon"));
        put(id, "{\"next_maintenance_at\":null,\"next_maintenance_hours\":null}")
                .body("next_maintenance_hours", equalTo(150.00f));
        put(id, "{\"next_maintenance_hours\":200}").body("next_maintenance_hours", equalTo(200.00f));
        plans(id).body("items", hasSize(1)).body("items[0].version", equalTo(2));
    }

    @Test
    void clearingBothRemovesTheOneOffPlanAndItsAlert() {
        var id = create("").extract().<String>path("equipment_id");
        patch(id, "{\"next_maintenance_at\":\"2020-01-01\",\"next_maintenance_hours\":900}")
                .body("due_stage", equalTo("overdue"))
                .body("open_alerts", equalTo(1));

        patch(id, "{\"next_maintenance_at\":null}").body("due_stage", equalTo("ok"));
        patch(id, "{\"next_maintenance_hours\":null}")
                .body("next_maintenance_hours", nullValue())
                .body("next_due", nullValue())
                .body("open_alerts", equalTo(0));
        plans(id).body("items", hasSize(0));
        patch(id, "{\"next_maintenance_hours\":null}").body("next_maintenance_hours", nullValue());
    }

    @Test
    void primaryPlanWithAnIntervalIsMovedAndCountsAnewWhenCleared() {
        var id = create("").extract().<String>path("equipment_id");
        tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"equipment_id\":\"" + id
                        + "\",\"name\":\"P\",\"maintenance_type\":\"general_service\",\"interval_hours\":250}")
                .post("/api/v1/plans")
                .then()
                .statusCode(201);

        patch(id, "{\"next_maintenance_hours\":300}").body("next_maintenance_hours", equalTo(300.00f));
        plans(id).body("items.next_due_hours", contains(300.00f));
        patch(id, "{\"next_maintenance_hours\":null}").body("next_maintenance_hours", equalTo(350.00f));
    }

    @Test
    void restoredMachineIsEvaluatedAnew() {
        var id = create(",\"next_maintenance_hours\":90")
                .body("open_alerts", equalTo(1))
                .extract()
                .<String>path("equipment_id");

        tenant.manager().delete(PATH + "/" + id).then().statusCode(204);
        tenant.manager().get("/api/v1/alerts").then().body("alerts", hasSize(0));
        tenant.manager()
                .post(PATH + "/" + id + "/restore")
                .then()
                .statusCode(200)
                .body("open_alerts", equalTo(1))
                .body("due_stage", equalTo("overdue"));
        tenant.manager().get("/api/v1/alerts").then().body("alerts.stage", contains("overdue"));
    }
}
