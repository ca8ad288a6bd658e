package org.quartermaster.procurement.billing;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.procurement.ProcurementDatabase;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;

/** Trying a plan. */
@ProcurementTest
class TrialTest {
    private static final String TRIAL = "/api/v1/billing/trial";
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final TestOrganization organization = TestOrganization.create();

    private static ValidatableResponse start(TestOrganization organization, String body, String userAgent) {
        return organization
                .as("admin")
                .header("User-Agent", userAgent)
                .contentType(ContentType.JSON)
                .body(body)
                .post(TRIAL)
                .then();
    }

    private static String device() {
        return """
                {"fingerprint":{"canvas":"%s","timezone":"Europe/Skopje"}}""".formatted(UUID.randomUUID());
    }

    private void update(String sql, Object... parameters) throws SQLException {
        try (var connection = ProcurementDatabase.system()) {
            Sql.update(connection, sql, parameters);
        }
    }

    private void updateUser(String change) throws SQLException {
        update("update procurement.users set " + change + " where user_id = ?", organization.user("admin"));
    }

    private boolean isExpired() throws SQLException {
        try (var connection = ProcurementDatabase.system()) {
            return Sql.query(
                            connection,
                            "select is_trial_expired from procurement.users where user_id = ?",
                            row -> row.getBoolean(1),
                            organization.user("admin"))
                    .get(0);
        }
    }

    @Test
    void aTrialGivesProfessionalForFourteenDaysOnce() {
        start(organization, device(), BROWSER)
                .statusCode(201)
                .body("plan", equalTo("professional"))
                .body("status", equalTo("trialing"))
                .body("trial_ends_at", notNullValue());

        start(organization, device(), BROWSER).statusCode(409).body("code", equalTo("trial_used"));
    }

    @Test
    void aTrialThatIsOverIsFreeAtOnceAndWrittenSoon() throws SQLException {
        start(organization, device(), BROWSER).statusCode(201);
        update(
                "update procurement.subscriptions set current_period_end = now() where tenant_id = ?",
                organization.tenant());
        updateUser("trial_ends_at = now()");

        organization.as("viewer").get("/api/v1/billing/subscription").then().body("plan", equalTo("free"));

        Awaitility.await("the end is written").atMost(Duration.ofSeconds(20)).until(() -> isExpired());
        start(organization, device(), BROWSER).statusCode(409);
    }

    @Test
    void aSecondAccountOnTheSameDeviceGetsNone() {
        var device = device();
        start(organization, device, BROWSER).statusCode(201);

        start(TestOrganization.create(), device, BROWSER)
                .statusCode(403)
                .body("code", equalTo("trial_not_available"))
                .body("reasons", hasItem("device_used"));
    }

    @Test
    void thePersonIsKnownByTheAddressWhateverItsTag() throws SQLException {
        var name = "ana" + UUID.randomUUID().toString().replace("-", "");
        updateUser("email_norm = '" + name + "+one@gmail.com'");
        start(organization, device(), BROWSER).statusCode(201);
        var other = TestOrganization.create();
        update(
                "update procurement.users set email_norm = ? where user_id = ?",
                name.substring(0, 3) + "." + name.substring(3) + "+two@googlemail.com",
                other.user("admin"));

        start(other, device(), BROWSER).statusCode(403).body("reasons", hasItem("email_used"));
    }

    @Test
    void anUnverifiedOrOldAccountGetsNoneAndAllReasonsAreNamed() throws SQLException {
        updateUser("email_verified = false, created_at = now() - interval '31 days'");

        start(organization, "{}", BROWSER)
                .statusCode(403)
                .body("reasons", hasItems("email_unverified", "account_too_old"));
    }

    @Test
    void aThrowAwayAddressBehindTorIsRefusedAndTheOperatorSeesIt() throws SQLException {
        updateUser("email_norm = '" + UUID.randomUUID() + "@sub.mailinator.com'");

        start(organization, "{}", "Mozilla/5.0 (Windows NT 10.0) Tor Browser Firefox/140.0")
                .statusCode(403)
                .body("reasons", hasItems("tor", "disposable_email"));

        TestOrganization.operator()
                .as("admin")
                .get("/api/v1/admin/fraud/events?type=trial_risk&is_resolved=false&limit=100")
                .then()
                .statusCode(200)
                .body("items.tenant_id", hasItem(organization.tenant()));
    }

    @Test
    void whoHasBoughtNeedsNoTrial() throws SQLException {
        update("update procurement.subscriptions set tier = 'starter' where tenant_id = ?", organization.tenant());

        start(organization, "{}", BROWSER).statusCode(409).body("code", equalTo("already_subscribed"));
    }
}
