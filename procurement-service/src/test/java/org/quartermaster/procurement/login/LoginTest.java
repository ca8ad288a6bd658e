package org.quartermaster.procurement.login;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestMailbox;
import org.quartermaster.procurement.password.TestPassword;
import org.quartermaster.procurement.session.TestAccount;

/** Signing in by a password. */
@ProcurementTest
final class LoginTest {
    private static final String WRONG = "not the right one";

    private final TestAccount account = TestAccount.create();

    /** All tests come from one address. */
    @AfterEach
    void forgetTheAddress() {
        TestAccount.change("delete from procurement.login_attempts where kind = 'address'");
    }

    private static Map<String, Object> problem(String email) {
        var body = new HashMap<>(TestAccount.login(email, WRONG)
                .statusCode(401)
                .extract()
                .jsonPath()
                .<String, Object>getMap(""));
        body.remove("request_id");
        body.remove("instance");
        return body;
    }

    private void lock() {
        for (var i = 0; i < 5; i++) {
            account.login(WRONG).statusCode(401);
        }
    }

    @Test
    void whoHasNoAccountGetsTheAnswerOfAWrongPassword() {
        assertThat(problem(UUID.randomUUID() + "@example.com")).isEqualTo(problem(account.email()));
    }

    @Test
    void anAddressIsFoldedBeforeItIsLookedUp() {
        TestAccount.login(" " + account.email().toUpperCase(Locale.ROOT), TestPassword.TEXT)
                .statusCode(200);
    }

    @Test
    void theRightPasswordTellsWhyItDoesNotHelp() {
        account.set("update procurement.users set email_verified = false");
        account.login(TestPassword.TEXT).statusCode(403).body("code", equalTo("email_unverified"));
        account.login(WRONG).statusCode(401);

        account.set("update procurement.users set email_verified = true, status = 'suspended'");
        account.login(TestPassword.TEXT).statusCode(403).body("code", equalTo("account_suspended"));
        account.login(WRONG).statusCode(401);
    }

    @Test
    void fiveFailuresLockTheAddressAlsoForTheRightPassword() {
        lock();

        account.login(TestPassword.TEXT)
                .statusCode(429)
                .body("code", equalTo("too_many_attempts"))
                .header("Retry-After", notNullValue());
        TestAccount.login("stranger-" + account.email(), WRONG).statusCode(401);
    }

    @Test
    void anAddressThatNobodyOwnsIsLockedToo() {
        var nobody = UUID.randomUUID() + "@example.com";
        for (var i = 0; i < 5; i++) {
            TestAccount.login(nobody, WRONG).statusCode(401);
        }

        TestAccount.login(nobody, WRONG).statusCode(429);
    }

    @Test
    void aLockEndsByItself() {
        lock();
        TestAccount.change("update procurement.login_attempts set locked_until = now(),"
                + " window_started_at = now() - interval '15 minutes' where kind = 'email'");

        account.login(TestPassword.TEXT).statusCode(200);
    }

    @Test
    void aHundredFailuresFromOneClientLockIt() {
        account.login(WRONG).statusCode(401);
        TestAccount.change("update procurement.login_attempts set failures = 99 where kind = 'address'");
        TestAccount.login("other-" + account.email(), WRONG).statusCode(401);

        account.login(TestPassword.TEXT).statusCode(429);
    }

    @Test
    void parallelGuessesLearnNoMoreThanGuessesInTurn() throws Exception {
        var pool = Executors.newFixedThreadPool(12);
        try {
            Callable<Integer> guess = () -> account.login(WRONG).extract().statusCode();

            var statuses =
                    pool.invokeAll(IntStream.range(0, 12).mapToObj(i -> guess).toList());

            var told = 0;
            for (var status : statuses) {
                // 503 is said to who waits too long for a hash, and tells nothing.
                assertThat(status.get()).isIn(401, 429, 503);
                told += status.get() == 401 ? 1 : 0;
            }
            assertThat(told).isBetween(1, 5);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aResetByMailOpensTheLockAndEndsAllSessions() {
        var session = account.signIn();
        lock();
        var mailbox = new TestMailbox(account.email());
        TestAccount.post("forgot-password", "{\"email\": \"%s\"}".formatted(account.email()))
                .statusCode(202);
        var reset = """
                {"token": "%s", "new_password": "%s"}""";
        var token = mailbox.tokenOf(1);

        TestAccount.post("reset-password", reset.formatted(token, TestPassword.TEXT))
                .statusCode(422)
                .body("code", equalTo("password_reused"));
        TestAccount.post("reset-password", reset.formatted(token, "another violet staple"))
                .statusCode(204);

        assertThat(session.status()).isEqualTo(401);
        account.login("another violet staple").statusCode(200);
        TestAccount.post("reset-password", reset.formatted(token, "a third violet staple"))
                .statusCode(422)
                .body("code", equalTo("token_invalid"));
    }

    @Test
    void aPasswordIsTakenFromAJsonBodyAlone() {
        given().queryParam("password", TestPassword.TEXT)
                .contentType(ContentType.JSON)
                .body("{\"email\": \"%s\", \"password\": \"x\"}".formatted(account.email()))
                .post("/api/v1/auth/login")
                .then()
                .statusCode(400);
        given().formParam("email", account.email())
                .formParam("password", TestPassword.TEXT)
                .post("/api/v1/auth/login")
                .then()
                .statusCode(415);
        given().get("/api/v1/auth/login").then().statusCode(405);
    }

    @Test
    void anOldHashIsMadeAnew() {
        account.set("update procurement.users set password_hash = '%s'".formatted(TestPassword.WEAK));

        account.login(TestPassword.TEXT).statusCode(200);

        assertThat(TestAccount.value(
                        "select password_hash from procurement.users where user_id = '%s'".formatted(account.id())))
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        account.login(TestPassword.TEXT).statusCode(200);
    }

    @Test
    void signInsAndFailuresAreNoted() {
        account.login(WRONG).statusCode(401);
        account.login(TestPassword.TEXT).statusCode(200);

        assertThat(TestAccount.value(
                        "select action from procurement.audit_log where user_id = '%s'".formatted(account.id())))
                .isEqualTo("login.succeeded");
        assertThat(TestAccount.value("select count(*) > 0 from procurement.audit_log"
                        + " where tenant_id = 'platform' and action = 'login.failed' and ip_address is not null"))
                .isEqualTo("t");
    }
}
