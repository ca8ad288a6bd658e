package org.quartermaster.procurement.supervision;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.platform.job.JobCommand;
import org.quartermaster.platform.testing.TestIssuer;
import org.quartermaster.procurement.ProcurementDatabase;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestRows;

@ProcurementTest
class SupervisionResourceTest {
    private static final String PATH = "/api/v1/admin/users";

    private final TestOrganization operator = TestOrganization.operator();
    private final TestOrganization organization = TestOrganization.create();

    private String path(String role) {
        return PATH + "/" + organization.user(role);
    }

    private ValidatableResponse post(String role, String act) {
        return operator.post("admin", path(role) + "/" + act, "{\"reason\": \"Asked for\"}");
    }

    private ValidatableResponse patch(String role, String json) {
        return operator.as("admin")
                .contentType(ContentType.JSON)
                .body(json)
                .patch(path(role))
                .then();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/suspend", "/activate", "/unlock"})
    void theAdminOfAnyOtherOrganizationMayNone(String act) {
        var request = organization.as("admin").contentType(ContentType.JSON).body("{}");
        (act.isEmpty() ? request.patch(path("viewer")) : request.post(path("viewer") + act))
                .then()
                .statusCode(403);
        organization.as("admin").get(PATH).then().statusCode(403);
        organization.as("admin").get(path("viewer")).then().statusCode(403);
        operator.as("manager").get(PATH).then().statusCode(403);
        assertThat(TestRows.texts(
                        "select status from procurement.users where user_id = ?", organization.user("viewer")))
                .containsExactly("active");
    }

    @Test
    void usersOfAllOrganizationsAreFound() {
        operator.as("admin")
                .get(PATH + "?q=" + organization.email("viewer"))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].tenant", equalTo(organization.tenant()))
                .body("items[0].memberships[0].roles[0]", equalTo("viewer"));
        operator.as("admin")
                .get(PATH + "?status=suspended&q=" + organization.email("viewer"))
                .then()
                .body("items", hasSize(0));
        operator.as("admin").get(PATH + "?plan=gold").then().statusCode(422);
        operator.as("admin").get(PATH + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void whoIsSuspendedIsRefusedUntilHeIsActivated() {
        var token =
                TestIssuer.shared().tokenOf(organization.user("viewer").toString(), organization.tenant(), "viewer");
        assertThat(me(token)).isEqualTo(200);

        post("viewer", "suspend").statusCode(200).body("status", equalTo("suspended"));

        await("the token is refused").until(() -> me(token) == 401);
        post("viewer", "suspend").statusCode(200);
        post("viewer", "activate").statusCode(200).body("status", equalTo("active"));
        await("the token is taken again").until(() -> me(token) == 200);
        assertThat(TestRows.verbs("user", organization.user("viewer"))).containsExactly("disabled", "enabled");
        assertThat(TestRows.texts(
                        "select action from procurement.admin_audit_log where target_id = ? and tenant_id = ?"
                                + " and changes ->> 'reason' = 'Asked for' order by created_at",
                        organization.user("viewer").toString(),
                        operator.tenant()))
                .containsExactly("user.suspended", "user.activated");
    }

    private static int me(String token) {
        return given().auth().oauth2(token).get("/api/v1/auth/me").statusCode();
    }

    @Test
    void nobodySuspendsHimself() {
        operator.post("admin", PATH + "/" + operator.user("admin") + "/suspend", "{}")
                .statusCode(409)
                .body("code", equalTo("not_oneself"));
    }

    @Test
    void rolesAndPlanAreChanged() {
        patch("viewer", "{\"roles\": [\"operator\"], \"subscription_tier\": \"starter\", \"reason\": \"Contract\"}")
                .statusCode(200)
                .body("memberships[0].roles[0]", equalTo("operator"))
                .body("subscription_tier", equalTo("starter"));

        assertThat(TestRows.texts(
                        "select tier from procurement.subscriptions where tenant_id = ?", organization.tenant()))
                .containsExactly("starter");
        assertThat(TestRows.verbs("organization", organization.id())).containsExactly("member_changed");
    }

    @Test
    void aPlanThatIsGrantedHasAllThatFollowsFromAnyOther() {
        for (var i = 0; i < 5; i++) {
            TestRows.update(
                    "insert into procurement.alerts (tenant_id, user_id, name, filters) values (?, ?, ?, '{}')",
                    organization.tenant(),
                    organization.user("viewer"),
                    "Alert " + i);
        }
        patch("viewer", "{\"subscription_tier\": \"starter\"}").statusCode(200);
        assertThat(resting()).isEmpty();

        patch("viewer", "{\"subscription_tier\": \"free\"}").statusCode(200).body("subscription_tier", equalTo("free"));

        assertThat(resting()).containsExactly("Alert 3", "Alert 4");
        assertThat(TestRows.texts(
                        "select split_part(subject, '.', 5) from platform.outbox where tenant_id = ?"
                                + " and entity = 'subscription' order by seq",
                        organization.tenant()))
                .containsExactly("activated", "cancelled");
        assertThat(TestRows.texts(
                        "select distinct u.subscription_tier from procurement.users u where u.org_id = ?",
                        organization.id()))
                .containsExactly("free");
    }

    private List<String> resting() {
        return TestRows.texts(
                "select name from procurement.alerts where tenant_id = ? and over_limit order by name",
                organization.tenant());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"subscription_tier\": \"gold\"} | 422",
                "{\"subscription_tier\": null} | 422",
                "{\"roles\": []} | 422",
                "{\"roles\": [\"data-admin\"]} | 403",
                "{\"email\": \"x@example.com\"} | 422"
            })
    void whatCannotBeIsRefused(String json, int status) {
        patch("viewer", json).statusCode(status);
        patch("admin", "{\"roles\": [\"viewer\"]}").statusCode(409);
    }

    @Test
    void aChangeOfWhatHasChangedMeanwhileIsRefused() {
        operator.as("admin")
                .header("If-Match", "\"99.x\"")
                .contentType(ContentType.JSON)
                .body("{\"roles\": [\"operator\"]}")
                .patch(path("viewer"))
                .then()
                .statusCode(412);
    }

    @Test
    void theFirstOperatorIsAppointedFromTheCommandLine() throws SQLException, InterruptedException {
        assertThat(appoint(organization.email("viewer")).isDone()).isTrue();
        assertThat(appoint(organization.email("viewer")).isDone()).as("again").isTrue();

        assertThat(TestRows.texts(
                        "select roles::text from procurement.organization_members m join procurement.organizations o"
                                + " on o.org_id = m.org_id where o.is_operator and m.user_id = ?",
                        organization.user("viewer")))
                .containsExactly("{admin,data-admin}");
    }

    @Test
    void whoHasNotRegisteredIsNotAppointed() throws SQLException, InterruptedException {
        assertThat(appoint("nobody@example.com").errors()).contains("account_unknown");
    }

    private static JobCommand.Progress appoint(String email) throws SQLException, InterruptedException {
        try (var connection = ProcurementDatabase.system()) {
            return JobCommand.run(connection, OperatorBootstrap.NAME, "{\"email\": \"" + email + "\"}");
        }
    }
}
