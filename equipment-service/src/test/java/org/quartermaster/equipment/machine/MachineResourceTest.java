package org.quartermaster.equipment.machine;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class MachineResourceTest {
    private static final String PATH = "/api/v1/equipment";

    private final TestTenant tenant = TestTenant.create();

    private ValidatableResponse create(String json) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body(json)
                .post(PATH)
                .then();
    }

    private String created(String json) {
        return create(json).statusCode(201).extract().path("equipment_id");
    }

    @Test
    void createNeedsOnlyANameAndAType() {
        create("{\"name\":\"  Field sprayer \",\"equipment_type\":\"sprayer\"}")
                .statusCode(201)
                .header("Location", notNullValue())
                .header("ETag", notNullValue())
                .body("name", equalTo("Field sprayer"))
                .body("status", equalTo("operational"))
                .body("tenant_id", equalTo(tenant.id()))
                .body("metadata", nullValue())
                .body("version", equalTo(1));
    }

    @Test
    void createNamesEveryWrongValueAtOnce() {
        create("{\"name\":\" \",\"equipment_type\":\"boat\",\"year\":1800,\"purchase_price\":1.005}")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.code", hasItem("string_too_short"))
                .body("errors.field", hasItem("equipment_type"))
                .body("errors.code", hasItem("greater_than_equal"))
                .body("errors.code", hasItem("decimal_max_places"));
    }

    @Test
    void createAnswersConflictWhenSerialIsTaken() {
        created("{\"name\":\"A\",\"equipment_type\":\"pump\",\"serial_number\":\"sn-1\"}");

        create("{\"name\":\"B\",\"equipment_type\":\"pump\",\"serial_number\":\"SN-1\"}")
                .statusCode(409)
                .body("code", equalTo("duplicate"))
                .body("errors[0].field", equalTo("serial_number"))
                .body("errors[0].message", equalTo("Already taken: serial_number"));
    }

    @Test
    void sameIdempotencyKeyGivesTheFirstAnswerAgain() {
        var body = "{\"name\":\"A\",\"equipment_type\":\"pump\"}";
        var first = tenant.manager()
                .header("Idempotency-Key", "k1")
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("equipment_id");

        tenant.manager()
                .header("Idempotency-Key", "k1")
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH)
                .then()
                .statusCode(201)
                .body("equipment_id", equalTo(first));
        tenant.manager()
                .header("Idempotency-Key", "k1")
                .contentType(ContentType.JSON)
                .body(body.replace("A", "B"))
                .post(PATH)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency_key_reused"));
        tenant.manager().get(PATH).then().body("total", equalTo(1));
    }

    @Test
    void zeroStaysZeroAndNullStaysNull() {
        var id = created("{\"name\":\"A\",\"equipment_type\":\"pump\",\"horsepower\":0,\"current_hours\":0,"
                + "\"metadata\":{\"flow\":46.10}}");

        tenant.as("viewer")
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("horsepower", equalTo(0))
                .body("current_hours", equalTo(0.00f))
                .body("brand", nullValue())
                .body("metadata.flow", equalTo(46.10f));
    }

    @Test
    void putLeavesNullFieldsAndPatchClearsThem() {
        var id = created("{\"name\":\"A\",\"equipment_type\":\"pump\",\"brand\":\"Grundfos\"}");

        tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"brand\":null,\"model\":\"SP\"}")
                .put(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("brand", equalTo("Grundfos"))
                .body("model", equalTo("SP"))
                .body("version", equalTo(2));
        tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"brand\":null}")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("brand", nullValue());
        tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":null,\"colour\":\"red\"}")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(422)
                .body("errors.code", contains("null_not_allowed", "unknown_field"));
    }

    @Test
    void staleIfMatchIsRefusedAndKnownTagGives304() {
        var created = create("{\"name\":\"A\",\"equipment_type\":\"pump\"}").extract();
        String id = created.path("equipment_id");
        var tag = created.header("ETag");

        tenant.manager()
                .header("If-None-Match", tag)
                .get(PATH + "/" + id)
                .then()
                .statusCode(304);
        tenant.manager()
                .header("If-Match", "\"7.x\"")
                .contentType(ContentType.JSON)
                .body("{\"name\":\"B\"}")
                .put(PATH + "/" + id)
                .then()
                .statusCode(412);
        tenant.manager()
                .header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body("{\"name\":\"B\"}")
                .put(PATH + "/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void deletedMachineIsGoneUntilRestored() {
        var id = created("{\"name\":\"A\",\"equipment_type\":\"pump\"}");

        tenant.manager().delete(PATH + "/" + id).then().statusCode(204);
        tenant.manager().delete(PATH + "/" + id).then().statusCode(404);
        tenant.manager().get(PATH + "/" + id).then().statusCode(404).body("code", equalTo("equipment_not_found"));
        tenant.manager().get(PATH + "/" + id + "?include_deleted=true").then().statusCode(200);
        tenant.as("viewer")
                .get(PATH + "/" + id + "?include_deleted=true")
                .then()
                .statusCode(403);
        tenant.manager().post(PATH + "/" + id + "/restore").then().statusCode(200);
        tenant.manager().get(PATH + "/" + id).then().statusCode(200);
    }

    @Test
    void anotherTenantSeesNothing() {
        var id = created("{\"name\":\"A\",\"equipment_type\":\"pump\",\"qr_code\":\"QR-1\"}");
        var other = TestTenant.create();

        other.manager().get(PATH + "/" + id).then().statusCode(404);
        other.manager().get(PATH + "/qr/QR-1").then().statusCode(404);
        other.manager().get(PATH).then().body("total", equalTo(0));
        other.manager().get(PATH + "/stats").then().body("total", equalTo(0));
        other.manager().delete(PATH + "/" + id).then().statusCode(404);
        other.manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"B\"}")
                .put(PATH + "/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void listPagesByCursorWithoutGapsAndFindsByText() {
        for (var name : new String[] {"Delta", "alpha", "Charlie", "bravo", "Echo"}) {
            created("{\"name\":\"" + name + "\",\"equipment_type\":\"pump\"}");
        }

        var first = tenant.manager()
                .get(PATH + "?limit=2")
                .then()
                .statusCode(200)
                .body("equipment.name", contains("alpha", "bravo"))
                .body("total", equalTo(5))
                .extract();
        tenant.manager()
                .get(PATH + "?limit=2&cursor=" + first.<String>path("next_cursor"))
                .then()
                .body("equipment.name", contains("Charlie", "Delta"));
        tenant.manager().get(PATH + "?q=ARL").then().body("equipment.name", contains("Charlie"));
        tenant.manager().get(PATH + "?sort=-name&limit=1").then().body("equipment.name", contains("Echo"));
        tenant.manager()
                .get(PATH + "?sort=-name&cursor=" + first.<String>path("next_cursor"))
                .then()
                .statusCode(400)
                .body("code", equalTo("bad_cursor"));
    }

    @Test
    void unknownParameterIs400AndWrongLimitIs422() {
        tenant.manager().get(PATH + "?tenantId=x").then().statusCode(400).body("code", equalTo("unknown_parameter"));
        tenant.manager()
                .get(PATH + "?limit=0")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("greater_than_equal"));
        tenant.manager().get(PATH + "?limit=ten").then().statusCode(422).body("errors[0].code", equalTo("int_parsing"));
        tenant.manager().get(PATH + "?status=broken").then().statusCode(422).body("errors[0].code", equalTo("enum"));
    }

    @Test
    void queryParametersAndJsonReportTheSame() {
        var id = created("{\"name\":\"A\",\"equipment_type\":\"pump\"}");

        tenant.as("operator")
                .post(PATH + "/" + id + "/telemetry?hours=10&fuel_percent=0&lat=0&lon=0")
                .then()
                .statusCode(200)
                .body("current_hours", equalTo(10.00f))
                .body("current_fuel_percent", equalTo(0.00f))
                .body("current_lat", equalTo(0.0f))
                .body("version", equalTo(1));
        tenant.as("operator")
                .contentType(ContentType.JSON)
                .body("{\"hours\":9}")
                .post(PATH + "/" + id + "/telemetry")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("hours_backwards"));
        tenant.as("operator").post(PATH + "/" + id + "/telemetry").then().statusCode(200);
        tenant.as("operator")
                .post(PATH + "/" + id + "/status?status=repair")
                .then()
                .body("status", equalTo("repair"));
        tenant.as("viewer")
                .post(PATH + "/" + id + "/status?status=repair")
                .then()
                .statusCode(403);
        tenant.manager()
                .get(PATH + "/stats")
                .then()
                .body("maintenance", equalTo(1))
                .body("with_position", equalTo(1));
    }

    @Test
    void lateKilometresStayInHistoryAndLowerOnesAreRefusedAtOnce() {
        var path = PATH + "/" + created("{\"name\":\"A\",\"equipment_type\":\"vehicle\",\"current_km\":500}");

        tenant.as("operator")
                .post(path + "/telemetry?km=400&recorded_at=2026-01-01T00:00:00Z")
                .then()
                .statusCode(200)
                .body("current_km", equalTo(500.0f));
        tenant.as("operator")
                .post(path + "/telemetry?km=400")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("km"));
        tenant.as("operator").post(path + "/telemetry?km=501").then().body("current_km", equalTo(501.0f));
    }

    @Test
    void withoutTokenIs401AndPathTricksAre400() {
        RestAssured.given().get(PATH).then().statusCode(401);
        RestAssured.given().auth().oauth2("x.y.z").get(PATH).then().statusCode(401);
        tenant.manager().urlEncodingEnabled(false).get(PATH + "/a%2Fb").then().statusCode(400);
        tenant.manager().urlEncodingEnabled(false).get(PATH + ";x=1").then().statusCode(400);
    }

    @Test
    void problemsSpeakArabicWhenAsked() {
        tenant.manager()
                .header("Accept-Language", "ar")
                .get(PATH + "/eq_none")
                .then()
                .statusCode(404)
                .body("detail", equalTo("المعدة غير موجودة"));
    }
}
