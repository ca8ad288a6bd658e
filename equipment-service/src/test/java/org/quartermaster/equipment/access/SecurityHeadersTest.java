package org.quartermaster.equipment.access;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestTenant;

/** Header fields that every answer has, the refused ones too. */
@EquipmentTest
class SecurityHeadersTest {
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/equipment", "/api/v1/equipment/none", "/api/v1/nothing", "/api/v1/x;y"})
    void everyAnswerTellsBrowsersToBeCareful(String path) {
        var tenant = TestTenant.create();

        for (var request : new RequestSpecification[] {given(), tenant.as("viewer")}) {
            request.urlEncodingEnabled(false)
                    .get(path)
                    .then()
                    .header("X-Content-Type-Options", "nosniff")
                    .header("X-Frame-Options", "DENY")
                    .header("Referrer-Policy", "no-referrer")
                    .header("Cache-Control", "no-cache");
        }
    }
}
