package org.quartermaster.procurement.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.ProcurementDatabase;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;

/** Screening of visitors, and what the operator sees of it. */
@ProcurementTest
class FraudTest {
    private static final String ADMIN = "/api/v1/admin/fraud/";
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    @Inject
    Screening screening;

    @Inject
    Writes writes;

    private final TestOrganization operator = TestOrganization.operator();
    private final TestOrganization organization = TestOrganization.create();
    /** An address of this test alone. */
    private final String address = "2001:db8:" + hex() + ":" + hex() + "::1";

    private static String hex() {
        return Integer.toHexString(1 + new Random().nextInt(65_535));
    }

    private static String email() {
        return "u" + UUID.randomUUID().toString().replace("-", "") + "@example.org";
    }

    private Visit visit() {
        return new Visit(address, BROWSER, null);
    }

    private Visit visit(String device) {
        var values = JsonNodeFactory.instance.objectNode().put("canvas", device).put("timezone", "UTC");
        return new Visit(address, BROWSER, new Fingerprint(values));
    }

    private Screened register(String email, Visit visit) {
        return Awaiting.result(() -> screening.registration(Caller.system("platform"), email, visit));
    }

    private void keep(Screened screened) {
        var user = organization.user("viewer");
        Awaiting.result(() -> writes.writeGlobal(
                Caller.system("platform"), unit -> screening.keep(unit, organization.tenant(), screened.as(user))));
    }

    private static void assertRefused(ProblemType type, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.type())
                .isEqualTo(type));
    }

    private ValidatableResponse block(String kind, String value) {
        return operator.post("admin", ADMIN + "blocklist", """
                {"kind":"%s","value":"%s","reason":"A test"}""".formatted(kind, value));
    }

    @Test
    void aRegistrationWithoutRiskIsAllowed() {
        assertThat(register(email(), visit()).assessment().decision()).isEqualTo(Decision.ALLOW);
    }

    @Test
    void aThrowAwayAddressIsRefusedAndShown() {
        assertRefused(Screening.DISPOSABLE, () -> register(UUID.randomUUID() + "@mail.yopmail.com", visit()));

        operator.as("admin")
                .get(ADMIN + "events?type=registration_risk&limit=100")
                .then()
                .statusCode(200)
                .body("items.ip_address", hasItem(address));
    }

    @Test
    void theSameDeviceAndASimilarAddressCountAndAreShownForReview() {
        var name = UUID.randomUUID().toString().replace("-", "");
        keep(register(name + "1@example.org", visit("canvas " + name)));

        var again = register(name + "2@example.org", visit("canvas " + name));

        assertThat(again.assessment().reasons())
                .extracting(Assessment.Reason::code)
                .containsExactly("same_device", "similar_email");
        assertThat(again.assessment().decision()).isEqualTo(Decision.REVIEW);
        operator.as("admin")
                .get(ADMIN + "events?severity=high&limit=100")
                .then()
                .body("items.ip_address", hasItem(address));
    }

    @Test
    void registrationsFromOneAddressAreCountedAndBeyondTwiceTheLimitRefused() {
        for (var i = 0; i < 20; i++) {
            assertThat(register(email(), visit()).assessment().riskScore()).isZero();
        }
        assertThat(register(email(), visit()).assessment().riskScore()).isEqualTo(35);
        for (var i = 21; i < 40; i++) {
            register(email(), visit());
        }

        assertRefused(ProblemType.TOO_MANY_REQUESTS, () -> register(email(), visit()));
    }

    @Test
    void aCheckThatCannotRunLetsNobodyIn() {
        assertRefused(ProblemType.UNAVAILABLE, () -> register(email(), new Visit("no address", BROWSER, null)));
    }

    @Test
    void aBlockTakesEffectAtTheNextRequestAndSoDoesItsEnd() {
        var email = email();
        var id = block("email", email.toUpperCase(Locale.ROOT))
                .statusCode(201)
                .body("value", equalTo(email))
                .extract()
                .<String>path("block_id");
        assertRefused(Screening.BLOCKED, () -> register(email, visit()));
        block("email", email).statusCode(409);

        operator.as("admin").delete(ADMIN + "blocklist/" + id).then().statusCode(204);

        assertThat(register(email, visit()).assessment().decision()).isEqualTo(Decision.ALLOW);
    }

    @Test
    void aBlockedDomainIsOneThatIsThrownAway() {
        var domain = "d" + UUID.randomUUID() + ".example";
        block("domain", domain).statusCode(201);

        assertRefused(Screening.DISPOSABLE, () -> register("a@sub." + domain, visit()));
    }

    @Test
    void aBlockedNetworkAndOneThatHasEnded() {
        var network = address.replace("::1", "::/64");
        var id = block("address", network).statusCode(201).extract().<String>path("block_id");
        assertRefused(Screening.BLOCKED, () -> register(email(), visit()));

        operator.as("admin")
                .contentType("application/json")
                .body("{\"until\":\"2020-01-01T00:00:00Z\"}")
                .patch(ADMIN + "blocklist/" + id)
                .then()
                .statusCode(200)
                .body("until", notNullValue());

        assertThat(register(email(), visit()).assessment().riskScore()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"address", "domain", "email", "fingerprint"})
    void aBlockNamesSomethingOfItsKind(String kind) {
        block(kind, "nothing of the kind").statusCode(422).body("errors[0].field", equalTo("value"));
    }

    @Test
    void onlyTheOperatorSeesAndDecides() {
        organization.as("admin").get(ADMIN + "events").then().statusCode(403);
        organization.as("admin").get(ADMIN + "blocklist").then().statusCode(403);
        organization.post("admin", ADMIN + "assess", "{\"check\":\"query\"}").statusCode(403);
        organization
                .post("admin", ADMIN + "email-similarity", "{\"a\":\"a@x.org\",\"b\":\"b@x.org\"}")
                .statusCode(403);
        organization
                .post("admin", ADMIN + "blocklist", "{\"kind\":\"domain\",\"value\":\"x.org\",\"reason\":\"r\"}")
                .statusCode(403);
        operator.as("manager").get(ADMIN + "events").then().statusCode(403);
    }

    @Test
    void networksThatHideTheirUsersComeAsAFile() {
        var network = address.replace("::1", "::/64");
        operator.as("admin")
                .contentType("text/csv")
                .body("cidr,kind\n" + network + ",tor\n" + network + ",planet\nnowhere,vpn\n")
                .post(ADMIN + "ip-reputation")
                .then()
                .statusCode(200)
                .body("added", equalTo(1))
                .body("errors.code", contains("unknown_kind", "not_a_network"))
                .body("errors.line", contains(3, 4));

        assertThat(register(email(), visit()).assessment().riskScore()).isEqualTo(50);
        var caller =
                new Caller(organization.tenant(), organization.user("viewer").toString(), Set.of(), null, null);
        assertRefused(Screening.VPN, () -> Awaiting.result(() -> screening.question(caller, visit())));
    }

    @Test
    void onAPlanThatIsPaidQuestionsComeFromWherever() throws SQLException {
        try (var connection = ProcurementDatabase.system()) {
            Sql.update(
                    connection,
                    "update procurement.subscriptions set tier = 'starter' where tenant_id = ?",
                    organization.tenant());
        }
        var caller =
                new Caller(organization.tenant(), organization.user("viewer").toString(), Set.of(), null, null);

        assertThatCode(() -> Awaiting.result(() -> screening.question(caller, new Visit(address, "my vpn", null))))
                .doesNotThrowAnyException();
    }

    @Test
    void anAdministratorTriesTheRulesAndNothingIsWritten() {
        operator.post("admin", ADMIN + "assess", """
                        {"check":"registration","email":"a@tempmail.com","ip":"192.0.2.1","user_agent":"curl/8.5.0",
                         "network":{"vpn":true},"fingerprint":{}}""")
                .statusCode(200)
                .body("decision", equalTo("block"))
                .body("risk_score", equalTo(95))
                .body("level", equalTo("critical"))
                .body(
                        "reasons.code",
                        containsInAnyOrder(
                                "vpn",
                                "disposable_email",
                                "fingerprint_without_canvas",
                                "fingerprint_without_timezone"))
                .body("client.browser", equalTo("curl"))
                .body("client.device", equalTo("bot"));
        operator.post("admin", ADMIN + "assess", """
                        {"check":"query","plan":"free","network":{"proxy":true}}""")
                .body("decision", equalTo("block"))
                .body("reasons.code", hasItem("vpn_not_allowed"));
        operator.post("admin", ADMIN + "assess", """
                        {"check":"query","plan":"starter","network":{"proxy":true}}""").body("decision", equalTo("allow"));
        operator.post("admin", ADMIN + "email-similarity", """
                        {"a":"ana+x@example.org","b":"ana@example.org"}""")
                .body("score", equalTo(95))
                .body("duplicate", equalTo(true));
        operator.post("admin", ADMIN + "assess", """
                        {"check":"payment","ip":"here"}""").statusCode(422);
        operator.post("admin", ADMIN + "assess", """
                        {"check":"query","network":{"satellite":true}}""")
                .statusCode(422)
                .body("errors.field", contains("network.satellite"));
    }

    @Test
    void aCaseIsResolvedOnce() {
        assertRefused(Screening.DISPOSABLE, () -> register(UUID.randomUUID() + "@yopmail.com", visit()));
        var id = operator.as("admin")
                .get(ADMIN + "events?is_resolved=false&limit=100")
                .then()
                .extract()
                .<String>path("items.find { it.ip_address == '" + address + "' }.event_id");

        operator.post("admin", ADMIN + "events/" + id + "/resolve", "{\"note\":\"A school\"}")
                .statusCode(200)
                .body("is_resolved", equalTo(true))
                .body("metadata.note", equalTo("A school"))
                .body("resolved_by", equalTo(operator.user("admin").toString()));
        operator.post("admin", ADMIN + "events/" + id + "/resolve", "{}").statusCode(200);

        operator.as("admin")
                .get(ADMIN + "events?is_resolved=false&limit=100")
                .then()
                .body("items.findAll { it.event_id == '" + id + "' }", hasSize(0));
    }
}
