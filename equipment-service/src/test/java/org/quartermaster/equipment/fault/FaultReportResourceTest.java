package org.quartermaster.equipment.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.equipment.photo.TestPicture;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class FaultReportResourceTest {
    private static final String EQUIPMENT = "/api/v1/equipment/";
    private static final String FAULTS = "/api/v1/fault-reports";
    private static final String ALERTS = "/api/v1/alerts";

    private final TestTenant tenant = TestTenant.create();
    private String machine;

    @BeforeEach
    void registerMachine() {
        machine = tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"A\",\"equipment_type\":\"pump\"}")
                .post("/api/v1/equipment")
                .path("equipment_id");
    }

    private ValidatableResponse report(String json) {
        return tenant.as("operator")
                .contentType(ContentType.JSON)
                .body(json)
                .post(EQUIPMENT + machine + "/faults")
                .then();
    }

    private String reported(String json) {
        return report(json).statusCode(201).extract().path("fault_id");
    }

    private ValidatableResponse patch(String id, String json) {
        return tenant.as("operator")
                .contentType(ContentType.JSON)
                .body(json)
                .patch(FAULTS + "/" + id)
                .then();
    }

    private ValidatableResponse alerts(String state) {
        return tenant.as("viewer").get(ALERTS + "?state=" + state).then().statusCode(200);
    }

    private ValidatableResponse list(String query) {
        return tenant.as("viewer").get(FAULTS + query).then().statusCode(200);
    }

    @Test
    void aReportRaisesAnAlertOfItsSeverity() {
        var id = report("{\"title\":\" Oil leak \",\"description\":\"Under the engine\",\"severity\":\"high\"}")
                .statusCode(201)
                .header("Location", notNullValue())
                .body("title", equalTo("Oil leak"))
                .body("source", equalTo("app"))
                .body("status", equalTo("open"))
                .body("photo_url", nullValue())
                .extract()
                .<String>path("fault_id");

        alerts("open")
                .body("alerts", hasSize(1))
                .body("alerts[0].kind", equalTo("fault"))
                .body("alerts[0].fault_id", equalTo(id))
                .body("alerts[0].priority", equalTo("high"))
                .body("alerts[0].maintenance_type", equalTo("repair"))
                .body("alerts[0].description", equalTo("Oil leak"))
                .body("alerts[0].explanation.text", equalTo("Oil leak: Under the engine"));
        tenant.as("viewer").get(EQUIPMENT + machine).then().body("open_alerts", equalTo(1));
    }

    @Test
    void twoFaultsHaveTwoAlertsAndResolvingOneResolvesItsOwn() {
        var first = reported("{\"title\":\"Leak\"}");
        reported("{\"title\":\"Leak\"}");

        patch(first, "{\"status\":\"resolved\",\"note\":\"Seal changed\"}")
                .statusCode(200)
                .body("resolved_at", notNullValue())
                .body("note", equalTo("Seal changed"))
                .body("version", equalTo(2));

        alerts("resolved")
                .body("alerts.fault_id", contains(first))
                .body("alerts[0].resolution", equalTo("fault_resolved"));
        alerts("open").body("alerts", hasSize(1));
    }

    @Test
    void resolvingTheAlertResolvesTheFault() {
        var id = reported("{\"title\":\"Leak\"}");
        var alert = alerts("open").extract().<String>path("alerts[0].alert_id");

        tenant.as("operator")
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"done\"}")
                .post(ALERTS + "/" + alert + "/resolve")
                .then()
                .statusCode(200);

        list("?status=resolved").body("items.fault_id", contains(id)).body("items[0].resolved_at", notNullValue());
        patch(id, "{\"status\":\"closed\"}").statusCode(200);
        alerts("resolved").body("alerts[0].resolution", equalTo("done")).body("alerts[0].version", equalTo(2));
    }

    @ParameterizedTest
    @CsvSource({
        "acknowledged,open,409",
        "in_progress,acknowledged,409",
        "closed,resolved,409",
        "resolved,in_progress,409",
        "acknowledged,closed,200",
        "in_progress,in_progress,200"
    })
    void stepsMayBeLeftOutButNoneGoesBack(String first, String next, int status) {
        var id = reported("{\"title\":\"Leak\"}");
        patch(id, "{\"status\":\"" + first + "\"}").statusCode(200);

        patch(id, "{\"status\":\"" + next + "\"}").statusCode(status);
    }

    @Test
    void patchHonoursIfMatchAndRefusesWhatItDoesNotKnow() {
        var id = reported("{\"title\":\"Leak\"}");
        var tag = tenant.as("viewer").get(FAULTS + "/" + id).header("ETag");
        patch(id, "{\"note\":\"Seen\"}").statusCode(200).body("status", equalTo("open"));

        tenant.as("operator")
                .header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body("{\"status\":\"closed\"}")
                .patch(FAULTS + "/" + id)
                .then()
                .statusCode(412);
        patch(id, "{\"note\":null}").body("note", nullValue());
        patch(id, "{\"status\":null}").statusCode(422);
        patch(id, "{\"title\":\"X\"}").statusCode(422).body("errors[0].code", equalTo("unknown_field"));
        patch("fault_none", "{\"note\":\"X\"}").statusCode(404).body("code", equalTo("fault_not_found"));
    }

    @Test
    void listFiltersSortsAndPages() {
        var low = reported("{\"title\":\"A\",\"severity\":\"low\"}");
        var critical = reported("{\"title\":\"B\",\"severity\":\"critical\"}");
        var medium = reported("{\"title\":\"C\"}");

        list("").body("items.fault_id", contains(medium, critical, low)).body("total", equalTo(3));
        list("?sort=-severity").body("items.fault_id", contains(critical, medium, low));
        list("?severity=low,critical&sort=created_at").body("items.fault_id", contains(low, critical));
        list("?equipment_id=eq_none").body("items", hasSize(0));
        var next = list("?limit=2").body("items", hasSize(2)).extract().<String>path("next_cursor");
        list("?limit=2&cursor=" + next).body("items.fault_id", contains(low));
        tenant.as("viewer").get(FAULTS + "?status=broken").then().statusCode(422);
    }

    @Test
    void aReportWithAFormMayHaveAPhotoThatIsNotOneOfTheMachine() throws IOException {
        var photo = tenant.as("operator")
                .multiPart("title", "Crack")
                .multiPart("photo", "crack.jpg", TestPicture.jpeg(40, 30), "image/jpeg")
                .post(EQUIPMENT + machine + "/faults")
                .then()
                .statusCode(201)
                .body("photo_url", notNullValue())
                .extract()
                .<String>path("photo_url");

        tenant.as("viewer").get(photo).then().statusCode(200).contentType("image/jpeg");
        tenant.as("viewer").get(EQUIPMENT + machine + "/photos").then().body("items", hasSize(0));
        tenant.as("viewer").get(EQUIPMENT + machine).then().body("primary_photo_url", nullValue());
        tenant.as("operator")
                .contentType(ContentType.JSON)
                .body("{\"is_primary\":true}")
                .patch(photo)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("photo_of_fault"));
        tenant.as("operator")
                .multiPart("title", "Crack")
                .multiPart("photo", "big.jpg", new byte[5 * 1024 * 1024 + 1], "image/jpeg")
                .post(EQUIPMENT + machine + "/faults")
                .then()
                .statusCode(413);
    }

    @Test
    void deletingTheMachineResolvesItsFaults() {
        var id = reported("{\"title\":\"Leak\"}");
        patch(id, "{\"status\":\"in_progress\"}").statusCode(200);

        tenant.manager().delete(EQUIPMENT + machine).then().statusCode(204);

        list("").body("items[0].status", equalTo("resolved"));
        alerts("resolved").body("alerts[0].resolution", equalTo("equipment_deleted"));
        report("{\"title\":\"Again\"}").statusCode(404).body("code", equalTo("equipment_not_found"));
    }

    @Test
    void everyChangeIsAnEvent() {
        var id = reported("{\"title\":\"Leak\"}");
        patch(id, "{\"status\":\"closed\"}").statusCode(200);
        patch(id, "{\"status\":\"closed\"}").statusCode(200);

        assertThat(OutboxRows.types(tenant, id)).containsExactly("fault.reported", "fault.updated");
    }

    @Test
    void otherTenantsSeeNothingAndViewersReportNothing() {
        var id = reported("{\"title\":\"Leak\"}");
        var other = TestTenant.create();

        other.manager().get(FAULTS + "/" + id).then().statusCode(404);
        other.manager()
                .contentType(ContentType.JSON)
                .body("{\"status\":\"closed\"}")
                .patch(FAULTS + "/" + id)
                .then()
                .statusCode(404);
        tenant.as("viewer")
                .contentType(ContentType.JSON)
                .body("{\"title\":\"X\"}")
                .post(EQUIPMENT + machine + "/faults")
                .then()
                .statusCode(403);
        report("{}").statusCode(422).body("errors[0].field", equalTo("title"));
        report("{\"title\":\" \"}").statusCode(422);
    }
}
