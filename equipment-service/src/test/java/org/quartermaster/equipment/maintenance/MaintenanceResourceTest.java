package org.quartermaster.equipment.maintenance;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class MaintenanceResourceTest {
    private static final String PATH = "/api/v1/equipment";

    private final TestTenant tenant = TestTenant.create();

    private String machine() {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"A\",\"equipment_type\":\"pump\",\"current_hours\":100}")
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("equipment_id");
    }

    private ValidatableResponse record(String machine, String json) {
        return tenant.as("operator")
                .contentType(ContentType.JSON)
                .body(json)
                .post(PATH + "/" + machine + "/maintenance")
                .then();
    }

    @Test
    void queryObjectAndBareArrayRecordTheSame() {
        var id = machine();

        tenant.as("operator")
                .post(PATH + "/" + id + "/maintenance?maintenance_type=oil_change&description=Oil&cost=0"
                        + "&parts_replaced=a&parts_replaced=b")
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("cost", equalTo(0.00f))
                .body("parts_replaced", contains("a", "b"))
                .body("performed_hours", equalTo(100.00f))
                .body("seq", equalTo(1))
                .body("closed_alerts", hasSize(0));
        tenant.as("operator")
                .contentType(ContentType.JSON)
                .body("[\"a\",\"b\"]")
                .post(PATH + "/" + id + "/maintenance?maintenance_type=oil_change&description=Oil")
                .then()
                .statusCode(201)
                .body("parts_replaced", contains("a", "b"))
                .body("cost", nullValue());
        record(
                        id,
                        "{\"maintenance_type\":\"oil_change\",\"description\":\"Oil\",\"parts_replaced\":[\"a\",\"b\"],"
                                + "\"parts\":[{\"name\":\"Filter\",\"quantity\":2,\"unit_cost\":4.5,\"currency\":\"usd\"}]}")
                .statusCode(201)
                .body("parts_replaced", contains("a", "b"))
                .body("parts[0].name", equalTo("Filter"))
                .body("cost", equalTo(9.00f))
                .body("currency", equalTo("USD"));
        tenant.as("viewer")
                .get(PATH + "/" + id + "/maintenance?limit=2")
                .then()
                .statusCode(200)
                .body("equipment_id", equalTo(id))
                .body("count", equalTo(2))
                .body("total", equalTo(3))
                .body("records[0].seq", equalTo(3))
                .body("records[0].parts[0].quantity", equalTo(2.000f));
    }

    @Test
    void wrongValuesAreAllNamed() {
        var id = machine();

        record(id, "{\"maintenance_type\":\"magic\",\"description\":\" \",\"cost\":-1,\"parts\":[{\"quantity\":0}]}")
                .statusCode(422)
                .body("errors.field", hasItem("maintenance_type"))
                .body("errors.field", hasItem("description"))
                .body("errors.field", hasItem("cost"))
                .body("errors.field", hasItem("parts[0].name"))
                .body("errors.field", hasItem("parts[0].quantity"));
        record(id, "{\"maintenance_type\":\"repair\",\"description\":\"x\",\"performed_at\":\"2999-01-01T00:00:00Z\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("in_future"));
        record(id, "{\"maintenance_type\":\"repair\",\"description\":\"x\",\"performed_hours\":50}")
                .statusCode(422)
                .body("errors[0].code", equalTo("hours_contradict_history"));
        record(id, "{\"maintenance_type\":\"repair\",\"description\":\"x\",\"plan_id\":\"plan_none\"}")
                .statusCode(422)
                .body("errors[0].field", equalTo("plan_id"));
    }

    @Test
    void chainOfRecordsIsVerified() {
        var id = machine();
        String first = record(
                        id, "{\"maintenance_type\":\"repair\",\"description\":\"\u00e4 \\\"1\\\"\\n\",\"cost\":1.10}")
                .statusCode(201)
                .extract()
                .path("record_id");
        String head = record(id, "{\"maintenance_type\":\"repair\",\"description\":\"b\",\"parts_replaced\":[\"x\"]}")
                .statusCode(201)
                .extract()
                .path("hash");

        tenant.as("viewer")
                .get(PATH + "/" + id + "/maintenance/verify")
                .then()
                .statusCode(200)
                .body("ok", equalTo(true))
                .body("records", equalTo(2))
                .body("head_hash", equalTo(head))
                .body("first_bad_record_id", nullValue());
        tenant.as("viewer")
                .get("/api/v1/maintenance/" + first)
                .then()
                .statusCode(200)
                .body("seq", equalTo(1));
        TestTenant.create()
                .as("viewer")
                .get("/api/v1/maintenance/" + first)
                .then()
                .statusCode(404);
        TestTenant.create()
                .as("viewer")
                .get(PATH + "/" + id + "/maintenance")
                .then()
                .statusCode(404);
    }

    @Test
    void newestWorkIsTheLastMaintenanceOfTheMachine() {
        var id = machine();
        var yesterday = Instant.now().minus(Duration.ofDays(1)).toString();

        String at = record(id, "{\"maintenance_type\":\"repair\",\"description\":\"a\"}")
                .extract()
                .path("performed_at");
        record(id, "{\"maintenance_type\":\"repair\",\"description\":\"b\",\"performed_at\":\"" + yesterday + "\"}")
                .statusCode(201)
                .body("performed_hours", nullValue());

        tenant.manager().get(PATH + "/" + id).then().body("last_maintenance_at", equalTo(at));
    }

    @Test
    void hoursAboveTheKnownTotalAreAReading() {
        var id = machine();

        record(id, "{\"maintenance_type\":\"repair\",\"description\":\"a\",\"performed_hours\":110}")
                .statusCode(201);

        tenant.manager().get(PATH + "/" + id).then().body("current_hours", equalTo(110.00f));
    }
}
