package org.quartermaster.procurement.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.platform.security.Sha256;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestRows;

@ProcurementTest
class InvitationResourceTest {
    private static final String ACCEPT = "/api/v1/auth/invitations/accept";
    private static final Pattern TOKEN = Pattern.compile("(?m)^Token: (\\S+)$");

    private final TestOrganization organization = TestOrganization.create();
    private final TestOrganization guest = TestOrganization.create();
    private final String path = "/api/v1/organizations/" + organization.id() + "/invitations";

    @BeforeEach
    void buy() {
        plan("enterprise");
    }

    private void plan(String tier) {
        TestRows.update(
                "update procurement.subscriptions set tier = ? where tenant_id = ?", tier, organization.tenant());
    }

    private ValidatableResponse invite(String email, String roles) {
        return organization.post("admin", path, "{\"email\": \"%s\", \"roles\": [%s]}".formatted(email, roles));
    }

    /** The token of the mail that was queued, or sent already, to the guest. */
    private String invited() {
        var token = "guest" + guest.tenant();
        invite(guest.email("manager"), "\"viewer\"").statusCode(202);
        // NB: only its hash is kept, so the test puts that of a token of its own in its place.
        assertThat(TestRows.update(
                        "update procurement.user_tokens set token_hash = ? where payload ->> 'tenant' = ?",
                        Sha256.hex(token),
                        organization.tenant()))
                .isEqualTo(1);
        return token;
    }

    private ValidatableResponse accept(String role, String token) {
        return guest.post(role, ACCEPT, "{\"token\": \"" + token + "\"}");
    }

    @Test
    void whoIsInvitedJoinsOnceWithTheRolesThatHeWasGiven() {
        var token = invited();

        accept("manager", token)
                .statusCode(200)
                .body("tenant_id", equalTo(organization.tenant()))
                .body("roles[0]", equalTo("viewer"));

        accept("manager", token).statusCode(422).body("code", equalTo("token_invalid"));
        organization
                .as("admin")
                .get("/api/v1/organizations/" + organization.id() + "/members")
                .then()
                .body("items", hasSize(5));
        assertThat(TestRows.data("organization", organization.id(), "member_added"))
                .singleElement()
                .asString()
                .contains(guest.user("manager").toString());
    }

    @Test
    void theMailHoldsTheTokenThatTheDatabaseDoesNot() {
        invite("Ana.New@Example.com", "\"viewer\"").statusCode(202).body("email", equalTo("Ana.New@Example.com"));

        var text = mailTo("Ana.New@Example.com");
        var token = TOKEN.matcher(text);

        assertThat(token.find()).as(text).isTrue();
        assertThat(TestRows.texts(
                        "select payload ->> 'email_norm' from procurement.user_tokens where token_hash = ?",
                        Sha256.hex(token.group(1))))
                .containsExactly("ana.new@example.com");
    }

    private String mailTo(String address) {
        return await("mail to " + address)
                .until(
                        () -> organization
                                .as("admin")
                                .get("/q/mailbox?to=" + address)
                                .then()
                                .statusCode(200)
                                .extract()
                                .<String>path("items.find { it.subject.contains('%s') }.text"
                                        .formatted("Organization of " + organization.tenant())),
                        text -> text != null);
    }

    @Test
    void theTokenIsOfNoUseToWhoHasAnotherAddressOrComesTooLate() {
        var token = invited();

        accept("viewer", token).statusCode(422).body("code", equalTo("token_invalid"));
        accept("manager", "never-made").statusCode(422).body("code", equalTo("token_invalid"));
        TestRows.update(
                "update procurement.user_tokens set expires_at = now() where payload ->> 'tenant' = ?",
                organization.tenant());
        accept("manager", token).statusCode(422).body("code", equalTo("token_invalid"));
    }

    @Test
    void ofManyUsesAtOnceOneCounts() throws Exception {
        var token = invited();
        var threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> use = () -> accept("manager", token).extract().statusCode();
            var done = threads.invokeAll(List.of(use, use, use, use));
            var answers = new ArrayList<Integer>();
            for (var each : done) {
                answers.add(each.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(200, 422, 422, 422);
        } finally {
            threads.shutdown();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a@b.example | \"data-admin\" | 403",
                "a@b.example | | 422",
                "a@b | \"viewer\" | 422",
                "a@@b.example | \"viewer\" | 422",
                "a@b.example | \"owner\" | 422"
            })
    void whatCannotBeGivenIsRefused(String email, String roles, int status) {
        invite(email, roles == null ? "" : roles).statusCode(status);
    }

    @Test
    void theyAreListedAndTakenBackByAdmins() {
        String id = invite("b@example.com", "\"operator\"").extract().path("invitation_id");
        invite("b@example.com", "\"viewer\"").statusCode(202);

        organization
                .as("admin")
                .get(path)
                .then()
                .body("items", hasSize(1))
                .body("items[0].roles[0]", equalTo("viewer"));
        organization.as("manager").get(path).then().statusCode(403);
        organization.as("admin").delete(path + "/" + id).then().statusCode(404);
        String last = organization.as("admin").get(path).then().extract().path("items[0].invitation_id");
        organization.as("admin").delete(path + "/" + last).then().statusCode(204);
        organization.as("admin").get(path).then().body("items", hasSize(0));
    }

    @Test
    void aMemberIsNotInvitedAndAFullOrganizationInvitesNobody() {
        invite(organization.email("viewer"), "\"manager\"").statusCode(409).body("code", equalTo("already_member"));
        var token = invited();
        plan("free");

        invite("c@example.com", "\"viewer\"").statusCode(403).body("code", equalTo("plan_limit"));
        accept("manager", token).statusCode(403).body("limit", equalTo(1)).body("used", equalTo(4));
    }

    @Test
    void whoIsNoAdminAnyLongerBringsNobodyIn() {
        var token = invited();
        organization
                .as("admin")
                .contentType("application/json")
                .body("{\"roles\": [\"admin\"]}")
                .patch("/api/v1/organizations/" + organization.id() + "/members/" + organization.user("manager"))
                .then()
                .statusCode(200);
        organization
                .as("admin")
                .delete("/api/v1/organizations/" + organization.id() + "/members/" + organization.user("admin"))
                .then()
                .statusCode(204);

        accept("manager", token).statusCode(422);
    }
}
