package org.quartermaster.vehicle.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.quartermaster.platform.testing.Eventually.await;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.testing.ForeignEvents;
import org.quartermaster.platform.testing.TestIssuer;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.vehicle.VehicleTest;

/** What the identity service tells, in any order. */
@VehicleTest
class IdentityTest {
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

    private final TestTenant tenant = TestTenant.create();
    private final UUID user = UUID.randomUUID();
    private final UUID organization = UUID.randomUUID();

    private void tell(String entity, String verb, Instant time, String data) {
        var envelope = """
                {"specversion":"1.0","id":"%s","source":"urn:quartermaster:procurement",
                 "type":"org.quartermaster.procurement.%s.%s.v1","subject":"x","time":"%s","tenantid":"%s",
                 "datacontenttype":"application/json","actorid":"somebody","actortype":"user","data":%s}
                """.formatted(UUID.randomUUID(), entity, verb, time, tenant.id(), data);
        ForeignEvents.publishRaw(
                "procurement", "qm.procurement.%s.%s.%s".formatted(tenant.id(), entity, verb), envelope);
    }

    private void tellUser(String verb, Instant time, String name, String roles) {
        tell("user", verb, time, """
                {"user_id":"%s","full_name":"%s","status":"active","email_verified":true,
                 "memberships":[{"tenant":"%s","roles":[%s]}]}
                """.formatted(user, name, tenant.id(), roles));
    }

    private void tellOrganization(String verb, Instant time, String name, String more) {
        tell("organization", verb, time, """
                {"org_id":"%s","name":"%s","country":"YE","status":"active"%s}
                """.formatted(organization, name, more));
    }

    private List<String> list(String path, String field) {
        return tenant.as("viewer")
                .get("/api/v1/" + path)
                .then()
                .statusCode(200)
                .extract()
                .path("items." + field);
    }

    private void awaitList(String path, String field, String... values) {
        await(path + " with " + field)
                .untilAsserted(() -> assertThat(list(path, field)).containsExactly(values));
    }

    @Test
    void usersPersonsAndOrganizationsAreThoseOfTheTenant() {
        tellUser("registered", NOON, "Ali Saleh", "\"manager\",\"viewer\"");
        tellOrganization("created", NOON, "Saleh & Sons", "");
        awaitList("users", "name", "Ali Saleh");
        awaitList("organizations", "name", "Saleh & Sons");

        tenant.as("viewer")
                .get("/api/v1/users")
                .then()
                .body("items[0].id", is(user.toString()))
                .body("items[0].status", is("active"))
                .body("items[0].roles", contains("manager", "viewer"));
        tenant.as("viewer").get("/api/v1/persons").then().body("items[0].score", is(100));
        tenant.as("viewer").get("/api/v1/organizations").then().body("items[0].score", is(weightOfNameAndCountry()));
        TestTenant.create().as("viewer").get("/api/v1/users").then().body("items", empty());
    }

    /** NB: other tests change the weights. */
    private int weightOfNameAndCountry() {
        return tenant.as("viewer")
                .get("/api/v1/completion-weights/organization")
                .jsonPath()
                .getInt("weights.findAll { it.is_active && it.field_name in ['name', 'country'] }"
                        + ".sum { it.weight_percent }");
    }

    @Test
    void anOlderEventNeverOverwritesANewerOne() {
        tellUser("updated", NOON, "New name", "");
        tellUser("registered", NOON.minusSeconds(60), "Old name", "\"viewer\"");
        tellUser("snapshot", NOON.plusSeconds(60), "Newest name", "\"viewer\"");

        awaitList("users", "name", "Newest name");
        tellOrganization("closed", NOON, "B", "");
        tellOrganization("updated", NOON.minusSeconds(1), "C", "");
        tellOrganization(
                "member_added",
                NOON.minusSeconds(1),
                "C",
                ",\"user_id\":\"" + UUID.randomUUID() + "\",\"roles\":[\"viewer\"]");
        awaitList("organizations", "status", "closed");
    }

    @Test
    void aMemberWhoWasRemovedDoesNotComeBackByAnOlderEvent() {
        tellUser("registered", NOON, "A", "\"viewer\"");
        awaitList("users", "name", "A");

        var member = ",\"user_id\":\"" + user + "\"";
        tellOrganization("member_removed", NOON.plusSeconds(2), "B", member);
        tellOrganization("member_changed", NOON.plusSeconds(1), "B", member + ",\"roles\":[\"admin\"]");
        tellOrganization("updated", NOON.plusSeconds(3), "Last", "");

        awaitList("organizations", "name", "Last");
        assertThat(list("users", "name")).isEmpty();
    }

    @Test
    void aDeletedUserLosesNameAndToken() {
        var token = TestIssuer.shared().tokenOf(user.toString(), tenant.id(), "viewer");
        tellUser("registered", NOON, "A", "\"viewer\"");
        awaitList("users", "name", "A");

        tellUser("deleted", Instant.now().plusSeconds(5), "A", "\"viewer\"");

        awaitList("users", "status", "deleted");
        assertThat(list("users", "name")).containsExactly((String) null);
        awaitAnswer(token, 401);
    }

    @Test
    void theTokensOfADisabledUserAreRefusedUntilHeIsEnabled() {
        var token = TestIssuer.shared().tokenOf(user.toString(), tenant.id(), "viewer");
        tellUser("registered", NOON, "A", "\"viewer\"");
        tellUser("disabled", Instant.now().plusSeconds(5), "A", "\"viewer\"");

        awaitList("users", "status", "suspended");
        awaitAnswer(token, 401);
        tellUser("password_changed", Instant.now().plusSeconds(6), "A", "");
        tellUser("enabled", Instant.now().plusSeconds(7), "A", "\"viewer\"");
        awaitList("users", "status", "active");
        awaitAnswer(token, 200);
        assertThat(list("persons", "is_active")).isEqualTo(List.of(true));
    }

    private static void awaitAnswer(String token, int status) {
        await("the token is answered " + status)
                .until(() -> given().auth().oauth2(token).get("/api/v1/users").statusCode() == status);
    }

    @Test
    void anUnknownCallerIsAStubUntilTheIdentityServiceTellsOfHim() {
        var token = TestIssuer.shared().tokenOf(user.toString(), tenant.id(), "manager");
        given().auth()
                .oauth2(token)
                .multiPart("file", "a.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII))
                .multiPart("kind", "other")
                .post("/api/v1/documents")
                .then()
                .statusCode(201);
        tenant.as("viewer")
                .get("/api/v1/users")
                .then()
                .body("items.id", contains(user.toString()))
                .body("items[0].roles", containsInAnyOrder("manager", "operator", "viewer"));
        assertThat(list("organizations", "name")).hasSize(1);

        tellOrganization("snapshot", NOON, "B", "");
        tellUser("snapshot", NOON, "A", "\"viewer\"");

        awaitList("users", "name", "A");
        awaitList("organizations", "id", organization.toString());
    }

    @Test
    void anAssetOfAStubFollowsTheOrganizationWithHistoryAndANewVersion() {
        tenant.as("manager")
                .multiPart("file", "a.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII))
                .multiPart("kind", "other")
                .post("/api/v1/documents")
                .then()
                .statusCode(201);
        var stub = list("organizations", "id").get(0);
        var asset = "/api/v1/assets/"
                + tenant.as("manager")
                        .contentType("application/json")
                        .body("{\"make\":\"Kubota\",\"owner_org_id\":\"" + stub + "\"}")
                        .post("/api/v1/assets")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");

        tellOrganization("created", NOON, "B", "");

        awaitList("organizations", "id", organization.toString());
        tenant.as("viewer")
                .get(asset)
                .then()
                .body("owner_org_id", is(organization.toString()))
                .body("version", is(2));
        tenant.as("viewer")
                .get(asset + "/history?field=owner_org_id")
                .then()
                .body("items.source", contains("system", "api"))
                .body("items[0].old_value", is(stub));
    }
}
