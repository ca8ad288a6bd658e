package org.quartermaster.equipment;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.platform.testing.TestTenant;

/** What all lists have in common. */
@EquipmentTest
class ListsTest {
    private final TestTenant tenant = TestTenant.create();

    private String machine() {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"A\",\"equipment_type\":\"pump\"}")
                .post("/api/v1/equipment")
                .then()
                .statusCode(201)
                .extract()
                .path("equipment_id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/equipment",
                "/api/v1/equipment/alerts",
                "/api/v1/alerts",
                "/api/v1/plans",
                "/api/v1/alert-rules",
                "/api/v1/geofences",
                "/api/v1/fault-reports",
                "/api/v1/offers",
                "/api/v1/telemetry/rejects",
                "/api/v1/jobs",
                "/q/dead-letters"
            })
    void aListWithoutRowsRefusesFieldsThatItsItemsDoNotHave(String path) {
        tenant.as("admin")
                .get(path + "?fields=created_at,nonsense")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("fields"))
                .body("errors[0].code", equalTo("unknown_field"));
        tenant.as("admin").get(path + "?fields=").then().statusCode(200);
    }

    @Test
    void theItemsOfAListAreNarrowedToTheFieldsAskedFor() {
        machine();

        tenant.as("viewer")
                .get("/api/v1/equipment?fields=name,year")
                .then()
                .statusCode(200)
                .header("Link", containsString("fields=name"))
                .body("total", equalTo(1))
                .body("equipment.size()", equalTo(1))
                .body("equipment[0].keySet()", containsInAnyOrder("name", "year"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"maintenance", "meters", "photos", "history", "telemetry", "telemetry?bucket=1d"})
    void aListOfAMachineRefusesThemToo(String list) {
        var path = "/api/v1/equipment/" + machine() + "/" + list;
        var more = path.contains("?") ? "&" : "?";

        tenant.as("viewer").get(path + more + "fields=nonsense").then().statusCode(422);
        tenant.as("viewer").get(path).then().statusCode(200);
    }
}
