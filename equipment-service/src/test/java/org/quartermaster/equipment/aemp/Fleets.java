package org.quartermaster.equipment.aemp;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.quartermaster.platform.testing.TestTenant;

/** Machines of a tenant, and snapshots of them. */
record Fleets(TestTenant tenant) {
    static final String PATH = "/api/v1/aemp";
    static final String VIN = "1HGBH41JXMN109186";

    static Fleets create() {
        return new Fleets(TestTenant.create());
    }

    String machine(String vin, String serial) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body("""
                        {"name": "A", "equipment_type": "tractor", "brand": "Massey Ferguson", "model": "MF 385",
                         "serial_number": %s, "vin": %s}
                        """.formatted(quoted(serial), quoted(vin)))
                .post("/api/v1/equipment")
                .then()
                .statusCode(201)
                .extract()
                .path("equipment_id");
    }

    private static String quoted(String text) {
        return text == null ? null : '"' + text + '"';
    }

    void report(String machine, Instant at, String values) {
        tenant.as("operator")
                .contentType(ContentType.JSON)
                .body("[{\"recorded_at\": \"" + at + "\", " + values + "}]")
                .post("/api/v1/equipment/" + machine + "/telemetry/batch")
                .then()
                .statusCode(200);
    }

    ValidatableResponse get(String path) {
        return tenant.as("viewer").get(PATH + path).then();
    }

    ValidatableResponse show(String machine) {
        return tenant.as("viewer").get("/api/v1/equipment/" + machine).then().statusCode(200);
    }

    ValidatableResponse send(String type, String body) {
        return tenant.as("operator")
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(PATH + "/snapshots?results=all")
                .then();
    }

    ValidatableResponse sendXml(String body) {
        return send("application/xml", body);
    }
}
