package org.quartermaster.catalog.access;

import static io.restassured.RestAssured.given;
import static org.quartermaster.platform.testing.Eventually.await;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.platform.testing.ForeignEvents;
import org.quartermaster.platform.testing.TestIssuer;
import org.quartermaster.platform.testing.TestTenant;

/** What procurement-service says of its users holds here too. */
@CatalogTest
class UserConsumersTest {
    private final TestTenant tenant = TestTenant.create();
    private final String token = TestIssuer.shared().token(tenant.id(), "viewer");

    private void publish(String verb) {
        ForeignEvents.publish(
                "procurement", "public", "user", verb, "{\"user_id\": \"user-of-%s\"}".formatted(tenant.id()));
    }

    private void awaitStatus(int status) {
        await("status " + status)
                .until(() ->
                        given().auth().oauth2(token).get("/api/v1/customers").statusCode() == status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"disabled", "deleted"})
    void theTokenOfAUserWhoIsGoneIsRefusedUntilTheUserIsEnabled(String verb) {
        awaitStatus(200);

        publish(verb);
        awaitStatus(401);

        publish("enabled");
        awaitStatus(200);
    }
}
