package org.quartermaster.procurement.audit;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.session.TestAccount;

/** What was denied is noted, and who sees it. */
@ProcurementTest
class DenialTest {
    private static final String LOG = "/api/v1/admin/security-log";

    private final TestOrganization organization = TestOrganization.create();
    private final TestOrganization operator = TestOrganization.operator();

    @Test
    void aRequestThatIsDeniedStandsInTheLogOfItsOrganizationOnceAMinute() {
        organization.as("viewer").get("/api/v1/admin/settings").then().statusCode(403);
        organization.as("viewer").get("/api/v1/admin/audit").then().statusCode(403);

        await("the denial is noted").atMost(Duration.ofSeconds(10)).untilAsserted(() -> organization
                .as("admin")
                .get(LOG + "?action=access.denied")
                .then()
                .statusCode(200)
                .body("items", hasSize(1)));
        organization
                .as("admin")
                .get(LOG + "?action=access.denied")
                .then()
                .body("items[0].user_id", equalTo(organization.user("viewer").toString()))
                .body("items[0].details.request", equalTo("GET /api/v1/admin/settings"))
                .body("items[0].ip_address", equalTo("127.0.0.1"));
    }

    @Test
    void theOperatorSeesTheActsThatBelongToNobody() {
        TestAccount.login("nobody-" + organization.email("viewer"), "not the right one")
                .statusCode(401);

        operator.as("admin")
                .get(LOG + "?scope=installation&action=login.failed")
                .then()
                .statusCode(200)
                .body("items.action", hasItem("login.failed"));
        operator.as("admin")
                .get(LOG + "/verify?scope=installation")
                .then()
                .statusCode(200)
                .body("ok", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit", "audit/verify", "security-log", "security-log/verify", "trail"})
    void nobodyElseDoes(String what) {
        organization
                .as("admin")
                .get("/api/v1/admin/" + what + "?scope=installation")
                .then()
                .statusCode(403);
        organization
                .as("admin")
                .get("/api/v1/admin/" + what + "?scope=organization")
                .then()
                .statusCode(200);
        organization
                .as("admin")
                .get("/api/v1/admin/" + what + "?scope=world")
                .then()
                .statusCode(422);
    }
}
