package org.quartermaster.procurement.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.testing.TestIssuer;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestRows;
import org.quartermaster.procurement.password.Passwords;

@ProcurementTest
class AccountResourceTest {
    private static final String ME = "/api/v1/auth/me";
    private static final String PASSWORD = "a long enough secret";

    @Inject
    Passwords passwords;

    private final TestOrganization organization = TestOrganization.create();

    private void givePassword(String role) {
        var hash = passwords.hash(PASSWORD).await().indefinitely();
        TestRows.update(
                "update procurement.users set password_hash = ? where user_id = ?", hash, organization.user(role));
    }

    private ValidatableResponse delete(String role, String password) {
        return organization
                .as(role)
                .contentType(ContentType.JSON)
                .body("{\"password\": \"" + password + "\"}")
                .delete(ME)
                .then();
    }

    private String user(String column, String role) {
        return TestRows.texts(
                        "select " + column + "::text from procurement.users where user_id = ?", organization.user(role))
                .get(0);
    }

    @Test
    void oneSeesOneselfAndWhereOneBelongs() {
        organization
                .as("viewer")
                .get(ME)
                .then()
                .statusCode(200)
                .body("email", equalTo(organization.email("viewer")))
                .body("roles[0]", equalTo("viewer"))
                .body("memberships", hasSize(1))
                .body("memberships[0].tenant", equalTo(organization.tenant()))
                .body("password_hash", nullValue());
        given().get(ME).then().statusCode(401);
    }

    @Test
    void aNewNameIsToldToTheServicesWithoutTheAddress() {
        var tag = organization.as("viewer").get(ME).header("ETag");
        organization
                .as("viewer")
                .header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body("{\"full_name\": \"Ana\"}")
                .patch(ME)
                .then()
                .statusCode(200)
                .body("full_name", equalTo("Ana"));

        organization
                .as("viewer")
                .header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body("{\"full_name\": \"Eva\"}")
                .patch(ME)
                .then()
                .statusCode(412);
        organization
                .as("viewer")
                .contentType(ContentType.JSON)
                .body("{\"email\": \"x@example.com\"}")
                .patch(ME)
                .then()
                .statusCode(422);
        assertThat(TestRows.data("user", organization.user("viewer"), "updated"))
                .singleElement()
                .asString()
                .contains("\"full_name\":\"Ana\"", "\"status\":\"active\"", "\"email_verified\":true")
                .contains("\"tenant\":\"" + organization.tenant() + "\"", "\"roles\":[\"viewer\"]")
                .doesNotContain("@");
        assertThat(TestRows.texts(
                        "select distinct tenant_id from platform.outbox where entity = 'user' and entity_id = ?",
                        organization.user("viewer").toString()))
                .as("no organization reads in its events where else its members belong")
                .containsExactly("platform");
    }

    @Test
    void theExportHasOnesOwnDataAndNoSecret() {
        givePassword("viewer");
        organization
                .as("viewer")
                .get(ME + "/export")
                .then()
                .statusCode(200)
                .body("users", hasSize(1))
                .body("users[0].email", equalTo(organization.email("viewer")))
                .body("organization_members", hasSize(1))
                .body("audit_log[0].action", equalTo("account.exported"))
                .body(not(containsString("argon2")))
                .body(not(containsString(organization.email("admin"))));
    }

    @Test
    void whoLeavesIsMadeAnonymousAndEverythingOfHimEnds() {
        givePassword("viewer");
        delete("viewer", "wrong").statusCode(422).body("code", equalTo("wrong_password"));

        delete("viewer", PASSWORD).statusCode(204);

        assertThat(user("email", "viewer")).isEqualTo("deleted-" + organization.user("viewer") + "@invalid");
        assertThat(user("full_name", "viewer")).isNull();
        assertThat(user("password_hash", "viewer")).isNull();
        assertThat(user("status", "viewer")).isEqualTo("deleted");
        assertThat(TestRows.verbs("user", organization.user("viewer"))).containsExactly("deleted");
        assertThat(TestRows.data("organization", organization.id(), "member_removed"))
                .singleElement()
                .asString()
                .contains(organization.user("viewer").toString());
        assertThat(organization.as("viewer").get(ME).statusCode()).isIn(401, 404);
    }

    @Test
    void theOnlyAdminOfOthersCannotLeaveThem() {
        givePassword("admin");

        delete("admin", PASSWORD).statusCode(409).body("code", equalTo("last_admin"));

        assertThat(user("status", "admin")).isEqualTo("active");
    }

    @Test
    void theOrganizationOfWhoWasAloneIsClosed() {
        TestRows.update(
                "delete from procurement.organization_members where tenant_id = ? and user_id <> ?",
                organization.tenant(),
                organization.user("admin"));
        givePassword("admin");

        delete("admin", PASSWORD).statusCode(204);

        assertThat(TestRows.texts(
                        "select status from procurement.organizations where tenant_id = ?", organization.tenant()))
                .containsExactly("closed");
    }

    private ValidatableResponse change(String session, String tenant) {
        var claims = new JwtClaims();
        claims.setIssuer("https://quartermaster.local");
        claims.setAudience("quartermaster");
        claims.setSubject(organization.user("viewer").toString());
        claims.setClaim("tenant", organization.tenant());
        claims.setStringListClaim("groups", "viewer");
        if (session != null) {
            claims.setClaim("sid", session);
        }
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        return given().auth()
                .oauth2(TestIssuer.shared().sign(claims))
                .contentType(ContentType.JSON)
                .body("{\"tenant\": \"" + tenant + "\"}")
                .post("/api/v1/auth/switch")
                .then();
    }

    @Test
    void oneActsInAnotherOrganizationWithTheRolesThatOneHasThere() {
        String tenant = organization
                .post("viewer", "/api/v1/organizations", "{\"name\": \"Second\"}")
                .statusCode(201)
                .extract()
                .path("tenant_id");

        String token = change("0197f3a2-6c1e-7b4a-9d55-3f2a1c8e7b60", tenant)
                .statusCode(200)
                .body("tenant", equalTo(tenant))
                .body("user.roles[0]", equalTo("admin"))
                .extract()
                .path("access_token");

        given().auth()
                .oauth2(token)
                .get(ME)
                .then()
                .body("tenant", equalTo(tenant))
                .body("memberships", hasSize(2));
    }

    @Test
    void nobodySwitchesToWhereHeDoesNotBelongNorWithoutASignIn() {
        var elsewhere = TestOrganization.create();

        change("0197f3a2-6c1e-7b4a-9d55-3f2a1c8e7b60", elsewhere.tenant()).statusCode(404);
        change(null, organization.tenant()).statusCode(403).body("code", equalTo("session_required"));
    }
}
