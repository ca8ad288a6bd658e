package org.quartermaster.procurement.broadcast;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.quartermaster.platform.testing.Eventually.await;

import io.restassured.http.ContentType;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.testing.TestIssuer;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestChange;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestRows;

/** What the operator tells everybody. */
@ProcurementTest
class BroadcastTest {
    private static final String PATH = "/api/v1/admin/broadcast";

    private final TestOrganization operator = TestOrganization.operator();
    private final TestOrganization organization = TestOrganization.create();
    private final String message = "Maintenance " + Ids.random(12);

    private void send(String more) {
        String job = operator.post("admin", PATH, "{\"message\": \"%s\"%s}".formatted(message, more))
                .statusCode(202)
                .extract()
                .path("job_id");
        await("the job")
                .untilAsserted(() ->
                        operator.as("admin").get("/api/v1/jobs/" + job).then().body("state", equalTo("succeeded")));
    }

    private static List<String> told(TestOrganization organization, String role) {
        return organization.as(role).get("/api/v1/notifications?type=system").path("items.message");
    }

    @Test
    void everyMemberIsToldOnceAndTheActIsAudited() {
        send("");

        assertThat(told(organization, "viewer")).containsOnlyOnce(message);
        assertThat(told(organization, "admin")).containsOnlyOnce(message);
        operator.as("admin")
                .get("/api/v1/admin/audit?action=broadcast.sent")
                .then()
                .body("items.changes.message", hasItem(message));
    }

    @Test
    void aRepeatedRequestTellsNobodyAgain() {
        var key = Ids.random(12);

        var first = sendOnce(key);
        var second = sendOnce(key);

        assertThat(second).isEqualTo(first);
        assertThat(jobs()).containsExactly(first);
    }

    @Test
    void whatCannotBeAuditedIsToldToNobody() {
        var unknown = TestIssuer.shared().tokenOf(UUID.randomUUID().toString(), operator.tenant(), "admin");

        given().auth()
                .oauth2(unknown)
                .contentType(ContentType.JSON)
                .body("{\"message\": \"%s\"}".formatted(message))
                .post(PATH)
                .then()
                .statusCode(greaterThanOrEqualTo(400));

        assertThat(jobs()).isEmpty();
    }

    private List<String> jobs() {
        return TestRows.texts(
                "select job_id from platform.job where kind = 'broadcast' and cast(parameters as json) ->> 'message' = ?",
                message);
    }

    private String sendOnce(String key) {
        return operator.as("admin")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{\"message\": \"%s\"}".formatted(message))
                .post(PATH)
                .then()
                .statusCode(202)
                .extract()
                .path("job_id");
    }

    @Test
    void thoseOfOnePlanAreToldAlone() {
        TestChange.plan(organization, "professional");
        var free = TestOrganization.create();

        send(", \"plan\": \"professional\"");

        assertThat(told(organization, "viewer")).containsOnlyOnce(message);
        assertThat(told(free, "viewer")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"message\": \"\"}", "{\"message\": \"A\", \"plan\": \"gold\"}"})
    void whatSaysNothingOrIsForNobodyIsRefused(String body) {
        operator.post("admin", PATH, body).statusCode(422);
    }

    @Test
    void isTheOperatorsAndAThousandCharactersAtMost() {
        operator.post("admin", PATH, "{\"message\": \"%s\"}".formatted("x".repeat(1_001)))
                .statusCode(422);
        organization.post("admin", PATH, "{\"message\": \"A\"}").statusCode(403);
        operator.post("manager", PATH, "{\"message\": \"A\"}").statusCode(403);
    }
}
