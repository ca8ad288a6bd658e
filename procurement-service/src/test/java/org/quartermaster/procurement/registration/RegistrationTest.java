package org.quartermaster.procurement.registration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.procurement.ProcurementDatabase;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestMailbox;
import org.quartermaster.procurement.session.TestAccount;

/** Making an account. */
@ProcurementTest
final class RegistrationTest {
    private static final String PASSWORD = "a violet staple of batteries";
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final String local = "r" + UUID.randomUUID().toString().replace("-", "");
    private final String email = local + "@example.com";
    private final TestMailbox mailbox = new TestMailbox(email);

    /** All tests come from one address, more often than people do. */
    @BeforeEach
    void forgetTheAddress() {
        TestAccount.change("delete from procurement.login_attempts where kind = 'registration'");
    }

    private static ValidatableResponse register(String email, String password) {
        return TestAccount.post("register", """
                {"email": "%s", "password": "%s", "full_name": "Ana Petrova", "organization_name": "Gradba"}""".formatted(email, password));
    }

    private static ValidatableResponse verify(String token) {
        return TestAccount.post("verify-email", "{\"token\": \"%s\"}".formatted(token));
    }

    private static ValidatableResponse registerFrom(String email, String agent, String device) {
        return given().header("User-Agent", agent)
                .contentType(ContentType.JSON)
                .body("""
                        {"email": "%s", "password": "%s", "fingerprint": {"canvas": "%s", "timezone": "UTC"}}""".formatted(email, PASSWORD, device))
                .post("/api/v1/auth/register")
                .then();
    }

    @Test
    void aThrowAwayAddressIsRefused() {
        register(local + "@mail.yopmail.com", PASSWORD).statusCode(422).body("code", equalTo("disposable_email"));

        assertThat(TestAccount.value("select count(*) from procurement.users where email_norm like '" + local + "%'"))
                .isEqualTo("0");
    }

    @Test
    void aSecondAccountOnADeviceIsReviewedAndBehindTorRefused() {
        registerFrom(local + "1@example.com", BROWSER, local).statusCode(202);

        registerFrom(local + "2@example.com", BROWSER, local).statusCode(202);
        registerFrom(local + "3@example.com", BROWSER + " Tor", local)
                .statusCode(403)
                .body("code", equalTo("blocked_by_risk"));

        assertThat(TestAccount.value(
                        "select string_agg(d.risk_score || ' ' || d.is_suspicious, ', ' order by d.created_at)"
                                + " from procurement.fraud_detection d join procurement.users u on u.user_id = d.user_id"
                                + " where u.email_norm like '" + local + "%'"))
                .isEqualTo("0 false, 60 true");
        assertThat(TestAccount.value("select string_agg(metadata ->> 'decision', ' ' order by created_at)"
                        + " from procurement.fraud_events e where event_type = 'registration_risk'"
                        + " and metadata ->> 'device_fingerprint' = (select max(device_fingerprint)"
                        + " from procurement.fraud_detection d join procurement.users u on u.user_id = d.user_id"
                        + " where u.email_norm = '" + local + "1@example.com')"))
                .isEqualTo("review block");
    }

    @Test
    void beyondTwiceTheUsualNumberAnAddressHasToWait() {
        register(email, PASSWORD).statusCode(202);
        TestAccount.change("update procurement.login_attempts set failures = 40 where kind = 'registration'");

        register("more-" + email, PASSWORD).statusCode(429).header("Retry-After", notNullValue());
    }

    @Test
    void whileNobodyCanBeJudgedNobodyGetsAnAccount() throws SQLException {
        try (var owner = ProcurementDatabase.as("procurement_owner");
                var statement = owner.createStatement()) {
            statement.execute("""
                    create function procurement.break_screening() returns trigger language plpgsql as $$
                    begin raise exception 'broken for a test'; end $$;
                    create trigger break_screening before insert on procurement.login_attempts for each row
                      when (new.kind = 'registration') execute function procurement.break_screening();
                    """);
            try {
                register(email, PASSWORD).statusCode(503).header("Retry-After", notNullValue());
            } finally {
                statement.execute("drop function procurement.break_screening() cascade");
            }
        }

        assertThat(TestAccount.value("select count(*) from procurement.users where email_norm = '%s'".formatted(email)))
                .isEqualTo("0");
    }

    private void verified() {
        register(email, PASSWORD).statusCode(202);
        verify(mailbox.tokenOf(1)).statusCode(200).body("email_verified", equalTo(true));
    }

    private static void assertTokenInvalid(ValidatableResponse answer) {
        answer.statusCode(422).body("code", equalTo("token_invalid"));
    }

    @Test
    void aNewUserOwnsANewOrganizationAndSignsInOnceHeIsVerified() {
        register(email, PASSWORD).statusCode(202).body("status", equalTo("verification_sent"));
        TestAccount.login(email, PASSWORD).statusCode(403).body("code", equalTo("email_unverified"));

        verify(mailbox.tokenOf(1)).statusCode(200);

        var tenant = TestAccount.login(email, PASSWORD)
                .statusCode(200)
                .body("user.email_verified", equalTo(true))
                .body("user.full_name", equalTo("Ana Petrova"))
                .body("user.roles", hasItem("admin"))
                .extract()
                .<String>path("tenant");
        assertThat(tenant).matches("t_[a-z2-7]{16}");
        assertThat(TestAccount.value(
                        "select name from procurement.organizations where tenant_id = '%s'".formatted(tenant)))
                .isEqualTo("Gradba");
        assertThat(TestAccount.value(
                        "select tier || ' ' || status from procurement.subscriptions where tenant_id = '%s'"
                                .formatted(tenant)))
                .isEqualTo("free active");
        assertThat(TestAccount.value("select string_agg(subject, ' ') from platform.outbox where entity_id ="
                        + " (select user_id::text from procurement.users where email_norm = '%s')".formatted(email)))
                .contains("user.registered", "user.verified");
    }

    @Test
    void newPendingAndTakenAddressesGetOneAnswerAndDifferentMails() {
        var first = register(email, PASSWORD).statusCode(202).extract().asString();
        var pending = register(email, "another violet staple")
                .statusCode(202)
                .extract()
                .asString();
        verify(mailbox.tokenOf(2)).statusCode(200);
        var taken = register(email, PASSWORD).statusCode(202).extract().asString();

        assertThat(pending).isEqualTo(first);
        assertThat(taken).isEqualTo(first);
        assertThat((String) mailbox.newestOf(3).get("subject")).isEqualTo("You already have an account");
        TestAccount.login(email, PASSWORD).statusCode(401);
        TestAccount.login(email, "another violet staple").statusCode(200);
    }

    @Test
    void atMostThreeMailsAnHourGoToAnAddress() {
        register(email, PASSWORD).statusCode(202);
        for (var i = 0; i < 4; i++) {
            TestAccount.post("resend-verification", "{\"email\": \"%s\"}".formatted(email))
                    .statusCode(202);
        }
        mailbox.newestOf(3);
        var later = new TestMailbox("later-" + email);
        register("later-" + email, PASSWORD).statusCode(202);

        later.newestOf(1);

        assertThat(mailbox.mails()).hasSize(3);
    }

    @Test
    void nobodyIsToldWhetherAnAddressHasAnAccount() {
        var nobody = "{\"email\": \"nobody-%s\"}".formatted(email);
        TestAccount.post("forgot-password", nobody).statusCode(202).body("status", equalTo("reset_sent"));
        TestAccount.post("resend-verification", nobody).statusCode(202).body("status", equalTo("verification_sent"));
    }

    @Test
    void aTokenIsGoodOnceForOneThingAndForADay() {
        verified();
        TestAccount.post("forgot-password", "{\"email\": \"%s\"}".formatted(email))
                .statusCode(202);
        var reset = mailbox.tokenOf(2);

        assertTokenInvalid(verify(reset));
        assertTokenInvalid(verify("unknown"));
        TestAccount.change("update procurement.user_tokens set expires_at = now() where purpose = 'reset_password'"
                + " and user_id = (select user_id from procurement.users where email_norm = '%s')".formatted(email));
        assertTokenInvalid(TestAccount.post("reset-password", """
                {"token": "%s", "new_password": "another violet staple"}""".formatted(reset)));
        assertTokenInvalid(verify(mailbox.mails().stream()
                .map(mail -> TestMailbox.tokenOf((String) mail.get("text")))
                .reduce((newer, older) -> older)
                .orElseThrow()));
    }

    @Test
    void openingAMailedLinkChangesNothingAndItsButtonDoes() {
        register(email, PASSWORD).statusCode(202);
        var token = mailbox.tokenOf(1);
        assertThat((String) mailbox.mails().get(0).get("text")).contains("/account/verify-email?code=" + token);

        given().queryParam("code", token)
                .get("/account/verify-email")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString(token), containsString("<button>"));
        TestAccount.login(email, PASSWORD).statusCode(403);
        given().formParam("code", token)
                .post("/account/verify-email")
                .then()
                .statusCode(200)
                .body(containsString("verified"));

        TestAccount.login(email, PASSWORD).statusCode(200);
        given().formParam("code", token).post("/account/verify-email").then().statusCode(422);
    }

    @Test
    void aPageShowsWhatItIsGivenAsText() {
        given().queryParam("code", "\"><script>alert(1)</script>")
                .get("/account/reset-password")
                .then()
                .statusCode(200)
                .body(containsString("&lt;script&gt;"));
    }

    @ParameterizedTest
    @CsvSource({
        "short, string_too_short",
        "PASSWORD1234, password_common",
        "my %s secret, password_holds_address",
        "' ', string_too_short"
    })
    void aWeakPasswordIsRefused(String password, String code) {
        register(email, password.formatted(local))
                .statusCode(422)
                .body("errors[0].field", equalTo("password"))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void whatIsWrongIsNamed() {
        register("a@b", PASSWORD).statusCode(422).body("errors[0].code", equalTo("email_invalid"));
        register(email, "x".repeat(129)).statusCode(422).body("errors[0].code", equalTo("string_too_long"));
        TestAccount.post("register", """
                {"email": "%s", "password": "%s", "confirm_password": "something else"}""".formatted(email, PASSWORD))
                .statusCode(422)
                .body("errors[0].code", equalTo("password_differs"));
        TestAccount.post("register", """
                {"email": "%s", "password": "%s", "roles": ["admin"]}""".formatted(email, PASSWORD))
                .statusCode(422)
                .body("code", equalTo("unknown_field"));
    }

    @Test
    void noEventOrTableHoldsAPasswordOrAToken() {
        register(email, PASSWORD).statusCode(202);
        var token = mailbox.tokenOf(1);
        var events = TestAccount.value("select string_agg(envelope::text, ' ') from platform.outbox"
                + " where entity in ('user', 'organization')");

        assertThat(events).doesNotContain(token, email, "argon2");
        assertThat(TestAccount.value(
                        "select count(*) from procurement.user_tokens where token_hash = '%s'".formatted(token)))
                .isEqualTo("0");
        assertThat(TestAccount.value(
                        "select password_hash from procurement.users where email_norm = '%s'".formatted(email)))
                .satisfies(hash -> assertThat(hash).startsWith("$argon2id$"))
                .satisfies(hash -> assertThat(hash).doesNotContain(PASSWORD));
        given().queryParam("to", email).get("/q/mailbox").then().body("items[0].headers.Message-ID", notNullValue());
    }
}
