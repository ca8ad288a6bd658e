package org.quartermaster.procurement.apikey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.security.Sha256;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestRows;

@ProcurementTest
class ApiKeyResourceTest {
    private static final String PATH = "/api/v1/api-keys";
    private static final String EXCHANGE = "/api/v1/auth/token";

    private final TestOrganization organization = TestOrganization.create();

    @Inject
    KeyUses uses;

    @BeforeEach
    void buy() {
        plan("professional");
    }

    private void plan(String tier) {
        TestRows.update(
                "update procurement.subscriptions set tier = ? where tenant_id = ?", tier, organization.tenant());
    }

    private ValidatableResponse create(String maker, String roles) {
        return organization.post(maker, PATH, "{\"name\": \"ERP\", \"roles\": [%s]}".formatted(roles));
    }

    private String key(String maker, String roles) {
        return create(maker, roles).statusCode(201).extract().path("key");
    }

    private static ValidatableResponse use(String key, String path) {
        return given().header("X-API-Key", key).get(path).then();
    }

    private static ValidatableResponse exchange(String key) {
        return given().header("X-API-Key", key).post(EXCHANGE).then();
    }

    @Test
    void aKeyIsShownOnceAndKeptAsItsHash() {
        var made = create("manager", "\"viewer\"")
                .statusCode(201)
                .body("key", matchesPattern("qmk_live_[0-9A-Za-z]{8}_[0-9A-Za-z_-]{43}"))
                .body("roles", contains("viewer"))
                .extract();
        String key = made.path("key");

        assertThat(key).startsWith(made.<String>path("key_prefix") + "_");
        assertThat(TestRows.texts(
                        "select key_hash from procurement.api_keys where tenant_id = ?", organization.tenant()))
                .containsExactly(Sha256.hex(key));
        organization
                .as("manager")
                .get(PATH)
                .then()
                .body("items", hasSize(1))
                .body("items[0].key", nullValue())
                .body("items[0].key_hash", nullValue());
        assertThat(TestRows.texts(
                        "select changes::text from procurement.admin_audit_log where tenant_id = ?",
                        organization.tenant()))
                .singleElement()
                .asString()
                .doesNotContain(key, Sha256.hex(key));
    }

    @Test
    void aRepeatedRequestMakesNoSecondKeyAndDoesNotShowTheFirst() {
        var request = organization
                .as("manager")
                .header("Idempotency-Key", organization.tenant())
                .contentType(ContentType.JSON)
                .body("{\"name\": \"ERP\", \"roles\": [\"viewer\"]}");
        String id = request.post(PATH).then().statusCode(201).extract().path("key_id");

        request.post(PATH).then().statusCode(201).body("key_id", equalTo(id)).body("key", nullValue());
    }

    @Test
    void aKeyIsExchangedForATokenOfFiveMinutesThatEveryServiceTakes() {
        var key = key("manager", "\"operator\"");

        String token = exchange(key)
                .statusCode(200)
                .body("expires_in", equalTo(300))
                .extract()
                .path("access_token");

        given().auth()
                .oauth2(token)
                .get("/api/v1/auth/me")
                .then()
                .statusCode(200)
                .body("user_id", equalTo(organization.user("manager").toString()))
                .body("tenant", equalTo(organization.tenant()));
        given().auth().oauth2(token).get(PATH).then().statusCode(403);
        given().post(EXCHANGE).then().statusCode(401);
        given().auth()
                .oauth2(token)
                .header("X-API-Key", key)
                .post(EXCHANGE)
                .then()
                .statusCode(401);
        given().header("X-API-Key", key).get(EXCHANGE).then().statusCode(405);
    }

    @Test
    void aKeyHasNoMoreRightsThanItsMakerHasNow() {
        var key = key("admin", "\"admin\", \"viewer\"");
        use(key, PATH).statusCode(200);

        TestRows.update(
                "update procurement.organization_members set roles = '{viewer}' where tenant_id = ? and user_id = ?",
                organization.tenant(),
                organization.user("admin"));

        use(key, PATH).statusCode(403);
        use(key, "/api/v1/auth/me").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update procurement.api_keys set revoked_at = now() where tenant_id = ?",
                "update procurement.api_keys set is_active = false where tenant_id = ?",
                "update procurement.api_keys set expires_at = now() where tenant_id = ?",
                "update procurement.organizations set status = 'suspended' where tenant_id = ?",
                "delete from procurement.organization_members where tenant_id = ?",
                "update procurement.users set status = 'suspended' where org_id in"
                        + " (select org_id from procurement.organizations where tenant_id = ?)"
            })
    void whatEndsAKeyEndsItAtTheNextRequest(String end) {
        var key = key("manager", "\"viewer\"");
        use(key, "/api/v1/auth/me").statusCode(200);

        TestRows.update(end, organization.tenant());

        use(key, "/api/v1/auth/me").statusCode(401);
        exchange(key).statusCode(401);
    }

    @Test
    void aRevokedKeyIsGone() {
        var made = create("manager", "\"viewer\"").extract();
        String id = made.path("key_id");

        TestOrganization.create().as("admin").delete(PATH + "/" + id).then().statusCode(404);
        organization.as("operator").delete(PATH + "/" + id).then().statusCode(403);
        organization.as("manager").delete(PATH + "/" + id).then().statusCode(204);

        use(made.path("key"), "/api/v1/auth/me").statusCode(401);
        organization.as("manager").delete(PATH + "/" + id).then().statusCode(404);
        organization.as("manager").get(PATH).then().body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"n\", \"roles\": [\"admin\"]} | 403",
                "{\"name\": \"n\", \"roles\": [\"data-admin\"]} | 403",
                "{\"name\": \"n\", \"roles\": []} | 422",
                "{\"name\": \"\", \"roles\": [\"viewer\"]} | 422",
                "{\"roles\": [\"viewer\"]} | 422",
                "{\"name\": \"n\", \"roles\": [\"viewer\"], \"expires_at\": \"2020-01-01T00:00:00Z\"} | 422",
                "{\"name\": \"n\", \"roles\": [\"viewer\"], \"key\": \"mine\"} | 422"
            })
    void whatAManagerCannotGiveIsRefused(String json, int status) {
        organization.post("manager", PATH, json).statusCode(status);
    }

    @Test
    void ofManyWhoWantTheLastOneOfThePlanExactlyOneGetsIt() throws Exception {
        plan("starter");
        create("manager", "\"viewer\"").statusCode(201);
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> wish =
                    () -> create("manager", "\"viewer\"").extract().statusCode();
            var answers = new ArrayList<Integer>();
            for (var each : threads.invokeAll(List.of(wish, wish, wish, wish, wish, wish, wish, wish))) {
                answers.add(each.get());
            }
            assertThat(answers).containsOnlyOnce(201).contains(403);
        } finally {
            threads.shutdown();
        }
        create("manager", "\"viewer\"")
                .statusCode(403)
                .body("code", equalTo("plan_limit"))
                .body("limit", equalTo(2));
    }

    @Test
    void itsLastUseIsNotedAtMostOnceAMinute() {
        var key = key("manager", "\"viewer\"");
        var sql =
                "select last_used_at::text from procurement.api_keys where tenant_id = ? and last_used_at is not null";
        use(key, "/api/v1/auth/me").statusCode(200);
        await("the use is noted")
                .until(() -> TestRows.texts(sql, organization.tenant()).size() == 1);
        var noted = TestRows.texts(sql, organization.tenant());

        use(key, "/api/v1/auth/me").statusCode(200);
        use(key, "/api/v1/auth/me").statusCode(200);

        Awaiting.result(uses::write);
        assertThat(TestRows.texts(sql, organization.tenant())).isEqualTo(noted);
        TestRows.update(
                "update procurement.api_keys set last_used_at = last_used_at - interval '61 seconds' where tenant_id = ?",
                organization.tenant());
        use(key, "/api/v1/auth/me").statusCode(200);
        await("a later use is noted")
                .until(() -> TestRows.texts(
                                        "select 1 from procurement.api_keys where tenant_id = ?"
                                                + " and last_used_at > now() - interval '30 seconds'",
                                        organization.tenant())
                                .size()
                        == 1);
        assertThat(TestRows.texts(
                        "select action from procurement.audit_log where tenant_id = ?", organization.tenant()))
                .containsExactly("api_key.used", "api_key.used");
    }

    @ParameterizedTest
    @ValueSource(strings = {"qmk_live_AAAAAAAA_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "nothing", "' or 1=1 --"})
    void whatIsNoKeyOpensNothing(String key) {
        use(key, "/api/v1/auth/me").statusCode(401);
        exchange(key).statusCode(401);
    }
}
