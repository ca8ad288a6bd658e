package org.quartermaster.equipment.machine;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class QrCodeResourceTest {
    private static final String EQUIPMENT = "/api/v1/equipment/";

    private final TestTenant tenant = TestTenant.create();

    private String registered(String code) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"A\",\"equipment_type\":\"pump\",\"qr_code\":\"" + code + "\"}")
                .post("/api/v1/equipment")
                .then()
                .statusCode(201)
                .extract()
                .path("equipment_id");
    }

    private String token(String machine) {
        return tenant.as("viewer")
                .get(EQUIPMENT + machine + "/scan-token")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alerts",
                "stats",
                "photos",
                "maintenance",
                "scan-token",
                "faults",
                "label.png",
                "qr.svg",
                "restore",
                "status",
                "nearest",
                "A.b_c~d-1"
            })
    void anyCodeFindsItsMachineWhateverElseIsCalledSo(String code) {
        var machine = registered(code);

        tenant.as("viewer").get(EQUIPMENT + "qr/" + code).then().statusCode(200).body("equipment_id", equalTo(machine));
    }

    @Test
    void theLiveScanTokenFindsTheMachineAndADeadOneDoesNot() {
        var machine = registered("QR_1");
        var token = token(machine);

        tenant.as("viewer").get(EQUIPMENT + "qr/" + token).then().body("equipment_id", equalTo(machine));
        tenant.as("viewer").post(EQUIPMENT + machine + "/scan-token").then().statusCode(403);
        var next = tenant.manager()
                .post(EQUIPMENT + machine + "/scan-token")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("token");

        tenant.as("viewer").get(EQUIPMENT + "qr/" + token).then().statusCode(404);
        tenant.as("viewer").get(EQUIPMENT + "qr/" + next).then().statusCode(200);
        TestTenant.create().manager().get(EQUIPMENT + "qr/" + next).then().statusCode(404);
        tenant.as("viewer").get(EQUIPMENT + "qr/qr_1").then().statusCode(404);
    }

    @Test
    void theTokenStaysTheSameUntilItIsChanged() {
        var machine = registered("QR_1");
        var token = token(machine);

        tenant.as("viewer").get(EQUIPMENT + machine + "/scan-token").then().body("token", equalTo(token));
        TestTenant.create()
                .manager()
                .get(EQUIPMENT + machine + "/scan-token")
                .then()
                .statusCode(404);
    }
}
