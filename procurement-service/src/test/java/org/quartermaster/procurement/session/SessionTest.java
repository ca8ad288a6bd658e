package org.quartermaster.procurement.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.quartermaster.platform.testing.Eventually.await;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.testing.Statements;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.password.TestPassword;

/** Sessions: how they go on, and how they end. */
@ProcurementTest
final class SessionTest {
    private final TestAccount account = TestAccount.create();

    private static String sessionOf(TestSession session) throws Exception {
        return new JwtConsumerBuilder()
                .setSkipSignatureVerification()
                .setSkipDefaultAudienceValidation()
                .build()
                .processToClaims(session.accessToken())
                .getStringClaimValue("sid");
    }

    @Test
    void aLoginGivesTokensAndTellsWhoseTheyAre() {
        account.login(TestPassword.TEXT)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(900))
                .body("refresh_token", startsWith("qmr_"))
                .body("refresh_expires_in", equalTo(14 * 24 * 3600))
                .body("tenant", equalTo(account.organization().tenant()))
                .body("user.user_id", equalTo(account.id().toString()))
                .body("user.email", equalTo(account.email()))
                .body("user.subscription_tier", equalTo("free"))
                .body("user.roles", equalTo(List.of("manager")));
    }

    @Test
    void eachRefreshGivesOtherTokensOfTheSameSession() throws Exception {
        var first = account.signIn();

        var second = first.next();

        assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
        assertThat(sessionOf(second)).isEqualTo(sessionOf(first));
        assertThat(second.status()).isEqualTo(200);
    }

    @Test
    void aSpentTokenEndsItsSessionAndTellsTheUser() throws Exception {
        var other = account.signIn();
        var first = account.signIn();
        var second = first.next();

        first.refresh().statusCode(401).body("code", equalTo("refresh_reused"));

        second.refresh().statusCode(401).body("code", equalTo("refresh_invalid"));
        assertThat(second.status()).isEqualTo(401);
        assertThat(other.status()).isEqualTo(200);
        var session = sessionOf(first);
        assertThat(TestAccount.value(
                        "select type from procurement.notifications where user_id = '%s'".formatted(account.id())))
                .isEqualTo("security");
        assertThat(TestAccount.value(
                        "select event_type from procurement.fraud_events where user_id = '%s'".formatted(account.id())))
                .isEqualTo("refresh_reused");
        assertThat(TestAccount.value("select subject from platform.outbox where entity_id = '%s'".formatted(session)))
                .endsWith(".session.revoked");
    }

    @Test
    void ofManyUsesOfOneTokenExactlyOneWins() throws Exception {
        var session = account.signIn();
        var pool = Executors.newFixedThreadPool(10);
        try {
            Callable<Integer> use = () -> session.refresh().extract().statusCode();

            var statuses =
                    pool.invokeAll(IntStream.range(0, 10).mapToObj(i -> use).toList());

            var won = 0;
            for (var status : statuses) {
                assertThat(status.get()).isIn(200, 401);
                won += status.get() == 200 ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void logoutEndsOneSessionAtOnceAndIsAlwaysTheSame() {
        var one = account.signIn();
        var other = account.signIn();

        one.logout().statusCode(204);

        assertThat(one.status()).isEqualTo(401);
        one.refresh().statusCode(401).body("code", equalTo("refresh_invalid"));
        one.logout().statusCode(204);
        new TestSession("", "qmr_unknown").logout().statusCode(204);
        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    void logoutAllEndsEverySession() {
        var one = account.signIn();
        var other = account.signIn();

        one.request().post("/api/v1/auth/logout-all").then().statusCode(204);

        assertThat(one.status()).isEqualTo(401);
        assertThat(other.status()).isEqualTo(401);
    }

    @Test
    void aTokenThatIsUnknownOrExpiredIsInvalid() throws Exception {
        new TestSession("", "qmr_unknown").refresh().statusCode(401).body("code", equalTo("refresh_invalid"));
        var session = account.signIn();
        TestAccount.change("update procurement.refresh_tokens set expires_at = now() where family_id = '%s'"
                .formatted(sessionOf(session)));

        session.refresh().statusCode(401).body("code", equalTo("refresh_invalid"));
    }

    @Test
    void noTokenOutlivesItsSession() throws Exception {
        var session = account.signIn();
        TestAccount.change("update procurement.refresh_tokens set family_expires_at = now() + interval '1 hour'"
                + " where family_id = '%s'".formatted(sessionOf(session)));

        var next = session.refresh().statusCode(200).extract();

        assertThat((int) next.path("refresh_expires_in")).isLessThanOrEqualTo(3600);
    }

    @Test
    void whoIsSuspendedCannotGoOn() {
        var session = account.signIn();
        account.set("update procurement.users set status = 'suspended'");

        session.refresh().statusCode(401).body("code", equalTo("refresh_invalid"));
        account.set("update procurement.users set status = 'active'");
        session.refresh().statusCode(200);
    }

    @Test
    void aRefreshIsOneTransactionOfTwoStatements() throws Exception {
        var session = new AtomicReference<>(account.signIn());

        var statements = new Statements("procurement").countDuring(() -> session.updateAndGet(TestSession::next));

        assertThat(statements).as("begin, tenant, look-up, use, commit").isEqualTo(5);
    }

    @Test
    void theAddressIsThatOfTheConnectionUnlessATrustedProxyTellsAnother() {
        TestSession session = TestSession.of(given().header("X-Forwarded-For", "203.0.113.9")
                .contentType("application/json")
                .body("{\"email\": \"%s\", \"password\": \"%s\"}".formatted(account.email(), TestPassword.TEXT))
                .post("/api/v1/auth/login")
                .then());

        session.request().get("/api/v1/auth/sessions").then().body("items.ip", contains("127.0.0.1"));
    }

    @Test
    void sessionsAreListedAndEndedByTheirUserAlone() throws Exception {
        var mine = account.signIn();
        var other = account.signIn();
        var stranger = TestAccount.create().signIn();
        mine.request()
                .get("/api/v1/auth/sessions")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.find { it.current }.session_id", equalTo(sessionOf(mine)))
                .body("items.findAll { it.current }.size()", is(1));
        var path = "/api/v1/auth/sessions/" + sessionOf(other);

        stranger.request().delete(path).then().statusCode(404);
        mine.request().delete(path).then().statusCode(204);

        assertThat(other.status()).isEqualTo(401);
        mine.request().delete(path).then().statusCode(404);
        mine.request().get("/api/v1/auth/sessions").then().body("items", hasSize(1));
    }

    @Test
    void aSessionThatAnotherReplicaEndedIsRefused() throws Exception {
        var session = account.signIn();
        assertThat(session.status()).isEqualTo(200);

        TestAccount.change("insert into platform.revocations (subject, since) values ('sid:%s', now())"
                .formatted(sessionOf(session)));

        await("refusal").until(() -> session.status() == 401);
    }

    @Test
    void anotherPasswordKeepsTheSessionThatSetItAndEndsTheOthers() {
        var mine = account.signIn();
        var other = account.signIn();

        var change = """
                {"old_password": "%s", "new_password": "%s"}""";
        mine.request()
                .contentType("application/json")
                .body(change.formatted("not the right one", "another violet staple"))
                .post("/api/v1/auth/change-password")
                .then()
                .statusCode(422)
                .body("code", equalTo("wrong_password"));
        mine.request()
                .contentType("application/json")
                .body(change.formatted(TestPassword.TEXT, "another violet staple"))
                .post("/api/v1/auth/change-password")
                .then()
                .statusCode(204);

        assertThat(mine.status()).isEqualTo(200);
        assertThat(other.status()).isEqualTo(401);
        account.login(TestPassword.TEXT).statusCode(401);
        account.login("another violet staple").statusCode(200);
    }
}
