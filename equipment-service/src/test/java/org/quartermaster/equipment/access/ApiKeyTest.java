package org.quartermaster.equipment.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestIssuer;
import org.quartermaster.platform.testing.TestTenant;

/** API keys, exchanged at the issuer. */
@EquipmentTest
class ApiKeyTest {
    private final TestTenant tenant = TestTenant.create();
    private final TestIssuer issuer = TestIssuer.shared();

    @AfterEach
    void issuerIsBack() {
        issuer.setAway(false);
    }

    private static ValidatableResponse get(String key) {
        return given().header("X-API-Key", key).get("/api/v1/equipment").then();
    }

    @Test
    void aKeyActsInItsTenantWithItsRolesAlone() {
        var key = issuer.apiKey(tenant.id(), "viewer");
        tenant.manager()
                .contentType("application/json")
                .body("{\"name\":\"A\",\"equipment_type\":\"pump\",\"current_hours\":5}")
                .post("/api/v1/equipment")
                .then()
                .statusCode(201);

        get(key).statusCode(200).body("total", equalTo(1));
        given().header("X-API-Key", key)
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/equipment")
                .then()
                .statusCode(403);
    }

    @Test
    void aKeyIsExchangedOnceAndGoesOnWhileTheIssuerIsAway() {
        var key = issuer.apiKey(tenant.id(), "viewer");
        get(key).statusCode(200);
        var before = issuer.exchanges();

        issuer.setAway(true);

        get(key).statusCode(200);
        assertThat(issuer.exchanges()).isEqualTo(before);
    }

    @Test
    void anUnknownKeyIsRefusedAndTheRefusalIsKeptForAMoment() {
        var before = issuer.exchanges();

        get("qmk_live_nobody_has_this_key_" + tenant.id()).statusCode(401).body("code", equalTo("unauthorized"));
        get("qmk_live_nobody_has_this_key_" + tenant.id()).statusCode(401);

        assertThat(issuer.exchanges()).isEqualTo(before + 1);
    }

    @Test
    void aNewKeyMustWaitWhileTheIssuerIsAway() {
        var key = issuer.apiKey(tenant.id(), "viewer");

        issuer.setAway(true);
        get(key).statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("code", equalTo("service_unavailable"));
        issuer.setAway(false);

        get(key).statusCode(200);
    }

    @Test
    void whatCannotBeAKeyIsRefusedWithoutAskingTheIssuer() {
        var before = issuer.exchanges();

        get("short").statusCode(401);
        get("a key with blanks in it").statusCode(401);

        assertThat(issuer.exchanges()).isEqualTo(before);
    }
}
