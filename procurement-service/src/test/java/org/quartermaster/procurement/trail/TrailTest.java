package org.quartermaster.procurement.trail;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.testing.ForeignEvents;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;

/** Who changed what in all four services. */
@ProcurementTest
class TrailTest {
    private static final String PATH = "/api/v1/admin/trail";

    private final TestOrganization organization = TestOrganization.create();

    private void tell(String service, String entity, String verb, String data) {
        ForeignEvents.publish(service, organization.tenant(), entity, verb, data);
    }

    private void awaitRows(int count) {
        await("the trail has its rows").atMost(Duration.ofSeconds(30)).untilAsserted(() -> organization
                .as("admin")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(count)));
    }

    @Test
    void showsTheChangesOfEachService() {
        tell("equipment", "equipment", "updated", "{\"changed\": [\"name\", \"status\"]}");
        tell("vehicle", "asset", "created", "{}");
        tell("catalog", "product", "deleted", "{\"changed\": []}");
        awaitRows(3);

        organization
                .as("admin")
                .get(PATH)
                .then()
                .body("items.service", containsInAnyOrder("equipment", "vehicle", "catalog"));
        organization
                .as("admin")
                .queryParam("service", "equipment")
                .queryParam("entity", "equipment")
                .queryParam("actor", "somebody")
                .get(PATH)
                .then()
                .body("items.verb", contains("updated"))
                .body("items[0].changed", contains("name", "status"))
                .body("items[0].actor_type", equalTo("user"));
        organization.as("admin").queryParam("to", "2020-01-01").get(PATH).then().body("items.size()", equalTo(0));
    }

    @Test
    void showsTheChangesOfThisServiceToo() {
        organization
                .as("admin")
                .contentType(ContentType.JSON)
                .body("{\"name\": \"Other name\"}")
                .patch("/api/v1/organizations/" + organization.id())
                .then()
                .statusCode(200);

        awaitRows(1);
        organization
                .as("admin")
                .get(PATH)
                .then()
                .body("items[0].service", equalTo("procurement"))
                .body("items[0].entity", equalTo("organization"))
                .body("items[0].verb", equalTo("updated"))
                .body("items[0].changed", contains("name"))
                .body("items[0].actor", equalTo(organization.user("admin").toString()));
    }

    @Test
    void leavesOutSnapshotsTelemetryAndTheRowsOfImportsButNotTheImport() {
        tell("catalog", "product", "snapshot", "{}");
        tell("equipment", "telemetry", "recorded", "{}");
        tell("catalog", "product", "created", "{\"import_id\": \"i1\"}");
        tell("catalog", "import", "completed", "{\"import_id\": \"i1\"}");
        tell("equipment", "equipment", "created", "{}");
        awaitRows(2);

        organization.as("admin").get(PATH).then().body("items.entity", containsInAnyOrder("import", "equipment"));
    }

    @Test
    void keepsAnEventOnceHoweverOftenItComes() {
        var id = UUID.randomUUID().toString();
        ForeignEvents.publishAs(id, "vehicle", organization.tenant(), "asset", "updated", "{}");
        ForeignEvents.publishAs(id, "vehicle", organization.tenant(), "asset", "updated", "{}");
        tell("vehicle", "asset", "deleted", "{}");

        awaitRows(2);
    }

    @Test
    void passesOverTenantsThatAreUnknownHere() {
        ForeignEvents.publish("vehicle", "t_nobody", "asset", "updated", "{}");
        tell("vehicle", "asset", "created", "{}");

        awaitRows(1);
    }

    @Test
    void whatAllOrganizationsShareIsSeenByTheOperator() {
        var source = "source" + UUID.randomUUID();
        ForeignEvents.publishAs(source, "catalog", "public", "standard", "updated", "{}");

        await("the trail of all has its row")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> TestOrganization.operator()
                        .as("admin")
                        .get(PATH + "?scope=installation&service=catalog&limit=100")
                        .then()
                        .statusCode(200)
                        .body("items.event_id", hasItem(source)));
    }

    @Test
    void isOfAdministratorsAlone() {
        organization.as("manager").get(PATH).then().statusCode(403);
        organization
                .as("admin")
                .queryParam("service", "weather")
                .get(PATH)
                .then()
                .statusCode(422);
        organization.as("admin").queryParam("who", "me").get(PATH).then().statusCode(400);
    }
}
