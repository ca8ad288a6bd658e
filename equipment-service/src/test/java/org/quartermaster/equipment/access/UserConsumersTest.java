package org.quartermaster.equipment.access;

import static io.restassured.RestAssured.given;
import static org.quartermaster.platform.testing.Eventually.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.ForeignEvents;
import org.quartermaster.platform.testing.TestIssuer;
import org.quartermaster.platform.testing.TestTenant;

/** What procurement-service says of its users holds here too. */
@EquipmentTest
class UserConsumersTest {
    private final TestTenant tenant = TestTenant.create();
    private final String user = "user-of-" + tenant.id();
    private final String token = TestIssuer.shared().token(tenant.id(), "viewer");

    private void publish(String eventTenant, String verb) {
        ForeignEvents.publish("procurement", eventTenant, "user", verb, """
                {"user_id":"%s","email":"a@example.org","groups":["viewer"]}""".formatted(user));
    }

    private void awaitStatus(int status) {
        await("status " + status).until(() -> get() == status);
    }

    private int get() {
        return given().auth().oauth2(token).get("/api/v1/equipment").statusCode();
    }

    @ParameterizedTest
    @ValueSource(strings = {"disabled", "deleted"})
    void theTokenOfAUserWhoIsGoneIsRefusedUntilTheUserIsEnabled(String verb) {
        awaitStatus(200);

        publish("public", verb);
        awaitStatus(401);

        publish("public", "enabled");
        awaitStatus(200);
    }

    @Test
    void theEventMayStandInTheTenantOfTheUser() {
        publish(tenant.id(), "disabled");

        awaitStatus(401);
    }
}
