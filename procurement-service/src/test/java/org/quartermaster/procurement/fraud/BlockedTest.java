package org.quartermaster.procurement.fraud;

import static org.hamcrest.Matchers.equalTo;
import static org.quartermaster.platform.testing.Eventually.await;

import org.junit.jupiter.api.Test;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestRows;
import org.quartermaster.procurement.password.TestPassword;
import org.quartermaster.procurement.session.TestAccount;

/** Whom a block keeps out of every request. */
@ProcurementTest
class BlockedTest {
    private static final String BLOCKLIST = "/api/v1/admin/fraud/blocklist";

    private final TestOrganization operator = TestOrganization.operator();
    private final TestOrganization organization = TestOrganization.create();

    private String block(String kind, String value) {
        return operator.post("admin", BLOCKLIST, """
                        {"kind":"%s","value":"%s","reason":"A test"}""".formatted(kind, value))
                .statusCode(201)
                .extract()
                .path("block_id");
    }

    private void unblock(String id) {
        operator.as("admin").delete(BLOCKLIST + "/" + id).then().statusCode(204);
    }

    private void assertIn(String role) {
        organization.as(role).get("/api/v1/auth/me").then().statusCode(200);
    }

    private void assertOut(String role) {
        organization.as(role).get("/api/v1/auth/me").then().statusCode(403).body("code", equalTo("blocked_by_risk"));
    }

    @Test
    void anEmailKeepsItsUserOutFromTheNextRequestUntilItIsTakenBack() {
        assertIn("viewer");

        var id = block("email", organization.email("viewer"));

        assertOut("viewer");
        assertIn("manager");
        unblock(id);
        assertIn("viewer");
    }

    @Test
    void aDomainKeepsAllOfItsUsersOutAlsoThoseBelowIt() {
        var email = organization.email("viewer");
        var domain = email.substring(email.indexOf('@') + 1);
        TestAccount.of(organization, "operator")
                .set("update procurement.users set email_norm = 'one@sub." + domain + "'");

        var id = block("domain", domain);

        assertOut("viewer");
        assertOut("operator");
        operator.as("viewer").get("/api/v1/auth/me").then().statusCode(200);
        unblock(id);
    }

    @Test
    void aBlockOfAnotherReplicaIsLearnedOfAndSoIsItsEnd() {
        assertIn("viewer");

        TestRows.update(
                "insert into procurement.fraud_blocklist (kind, value, reason) values ('email', ?, 'A test')",
                organization.email("viewer"));

        await("the block").untilAsserted(() -> assertOut("viewer"));
        assertIn("manager");
        TestRows.update("delete from procurement.fraud_blocklist where value = ?", organization.email("viewer"));
        await("its end").untilAsserted(() -> assertIn("viewer"));
    }

    @Test
    void aBlockThatHasEndedKeepsNobodyOut() {
        var id = block("email", organization.email("viewer"));

        operator.as("admin")
                .contentType("application/json")
                .body("{\"until\":\"2020-01-01T00:00:00Z\"}")
                .patch(BLOCKLIST + "/" + id)
                .then()
                .statusCode(200);

        assertIn("viewer");
    }

    @Test
    void anAddressIsKeptOutWhoeverComesFromItAndOnlyTheBlocklistItselfStaysOpen() {
        var id = block("address", "127.0.0.0/8");
        try {
            assertOut("viewer");
            TestAccount.login("nobody@example.org", "whatever it is")
                    .statusCode(403)
                    .body("code", equalTo("blocked_by_risk"));
            organization.as("admin").get(BLOCKLIST).then().statusCode(403).body("code", equalTo("forbidden"));
        } finally {
            unblock(id);
        }

        assertIn("viewer");
    }

    @Test
    void whoIsBlockedGetsNoTokenThatOthersWouldTake() {
        var account = TestAccount.of(organization, "viewer");
        var id = block("email", organization.email("viewer"));

        account.login(TestPassword.TEXT).statusCode(403).body("code", equalTo("blocked_by_risk"));

        unblock(id);
        account.login(TestPassword.TEXT).statusCode(200);
    }
}
