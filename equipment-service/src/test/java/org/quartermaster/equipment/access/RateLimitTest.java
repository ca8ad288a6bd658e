package org.quartermaster.equipment.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.Metrics;
import org.quartermaster.platform.testing.TestIssuer;
import org.quartermaster.platform.testing.TestTenant;

/** The limits of a client, of a tenant and of an address, set so low that a test reaches them. */
@EquipmentTest
@TestProfile(Strict.class)
class RateLimitTest {
    private static final String MACHINES = "/api/v1/equipment";

    private final TestTenant tenant = TestTenant.create();

    private Response get(String subject) {
        var token = TestIssuer.shared().tokenOf(subject, tenant.id(), "viewer");
        return given().auth().oauth2(token).get(MACHINES);
    }

    private void get(int times, String subject) {
        IntStream.range(0, times)
                .forEach(i -> assertThat(get(subject).statusCode()).isEqualTo(200));
    }

    @Test
    void aClientIsToldWhatIsLeftAndRefusedWhenNothingIs() {
        get("a").then().header("RateLimit-Limit", "4").header("RateLimit-Remaining", "3");
        get(3, "a");

        var refused = get("a");

        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .header("RateLimit-Limit", "4")
                .header("RateLimit-Remaining", "0")
                .header("X-Request-Id", notNullValue())
                .body("code", equalTo("too_many_requests"))
                .body("title", equalTo("Too Many Requests"))
                .body("instance", equalTo(MACHINES));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
    }

    @Test
    void usersOfATenantShareItsLimitAndOtherTenantsDoNot() {
        get(3, "a");
        get(3, "b");

        get("c").then().statusCode(429).header("RateLimit-Limit", "6");
        TestTenant.create().as("viewer").get(MACHINES).then().statusCode(200);
    }

    private static double refusals(String limit) {
        return Metrics.value("rate_limited_requests_total", "limit=\"" + limit + "\"");
    }

    @Test
    void refusalsAreCountedByTheLimitThatRefused() {
        var ofClients = refusals("client");
        var ofUnknown = refusals("anonymous");
        IntStream.range(0, 5).forEach(i -> from("192.0.2.5", "wrong"));

        get(4, "a");
        get("a").then().statusCode(429);
        from("192.0.2.5", "wrong");

        assertThat(refusals("client")).isEqualTo(ofClients + 1);
        assertThat(refusals("anonymous")).isEqualTo(ofUnknown + 1);
    }

    @Test
    void refusalsSpeakTheLanguageOfTheClient() {
        get(4, "a");

        given().auth()
                .oauth2(TestIssuer.shared().tokenOf("a", tenant.id(), "viewer"))
                .header("Accept-Language", "ar")
                .get(MACHINES)
                .then()
                .statusCode(429)
                .header("Content-Language", "ar");
    }

    private static int from(String address, String token) {
        return given().header("X-Forwarded-For", address)
                .auth()
                .oauth2(token)
                .get(MACHINES)
                .statusCode();
    }

    @Test
    void anAddressThatSentManyBadTokensIsHeardWithKnownOnesAlone() {
        var known = TestIssuer.shared().tokenOf("a", tenant.id(), "viewer");
        var fresh = TestIssuer.shared().tokenOf("b", tenant.id(), "viewer");
        assertThat(from("192.0.2.1", known)).isEqualTo(200);
        IntStream.range(0, 5)
                .forEach(i -> assertThat(from("192.0.2.1", "wrong")).isEqualTo(401));

        assertThat(from("192.0.2.1", fresh)).isEqualTo(429);
        assertThat(from("192.0.2.1", known)).isEqualTo(200);
        assertThat(from("192.0.2.2", fresh)).isEqualTo(200);
    }

    @Test
    void anAddressIsRefusedWhenItHasAskedTooOftenWhoeverAsks() {
        IntStream.range(0, 300)
                .forEach(i -> given().header("X-Forwarded-For", "192.0.2.3").get("/q/openapi-none"));

        assertThat(from("192.0.2.3", TestIssuer.shared().tokenOf("a", tenant.id(), "viewer")))
                .isEqualTo(429);
    }

    @Test
    void whatAClientPutsBeforeItsAddressDoesNotMakeItAnotherOne() {
        IntStream.range(0, 5).forEach(i -> assertThat(from("198.51.100." + i + ", 192.0.2.6", "wrong"))
                .isEqualTo(401));

        assertThat(from("198.51.100.9, 192.0.2.6", "wrong")).isEqualTo(429);
    }

    @Test
    void badTokensAreCountedForTheirAddressAndHealthAndMetricsAreFree() {
        var refused =
                IntStream.range(0, 10).mapToObj(i -> from("192.0.2.4", "wrong")).toList();

        assertThat(refused).startsWith(401).endsWith(429);
        for (var free : new String[] {"/healthz", "/health", "/readyz", "/q/health/live", "/q/metrics"}) {
            given().get(free).then().statusCode(200);
        }
    }
}
