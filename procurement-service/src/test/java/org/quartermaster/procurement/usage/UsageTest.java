package org.quartermaster.procurement.usage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestChange;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestTender;

/** What organizations do and use up is noted. */
@ProcurementTest
class UsageTest {
    private final TestOrganization organization = TestOrganization.create();
    private final TestUsage usage = new TestUsage(organization.tenant());

    @Inject
    UsageCounts counts;

    @Test
    void searchesAndViewsAreNotedWithNumbersAndNoWords() {
        organization
                .as("viewer")
                .get("/api/v1/tenders?q=nothingofthekind")
                .then()
                .statusCode(200);
        organization
                .as("viewer")
                .contentType(ContentType.JSON)
                .body("{\"criteria\": {\"keywords\": {\"all\": [\"nothingofthekind\"]}}}")
                .post("/api/v1/tenders/search")
                .then()
                .statusCode(200);
        organization
                .as("viewer")
                .get("/api/v1/tenders/nothing-of-the-kind")
                .then()
                .statusCode(404);

        await("both are noted").untilAsserted(() -> assertThat(usage.noted())
                .containsExactly("search {\"hits\": 0}", "search {\"hits\": 0}"));
    }

    @Test
    void aTenderThatIsOpenedIsNoted() {
        var tender = TestTender.of(TestTender.newSource(), "A bridge").insert();

        organization.as("viewer").get("/api/v1/tenders/" + tender).then().statusCode(200);

        await("it is noted").untilAsserted(() -> assertThat(usage.noted()).containsExactly("view {}"));
    }

    @Test
    void aQuestionIsNotedAndOneThatIsRefusedIsNot() {
        for (var i = 0; i < 3; i++) {
            ask(200);
        }
        ask(429);

        await("they are noted").untilAsserted(() -> assertThat(usage.noted())
                .containsExactly("question {}", "question {}", "question {}"));
    }

    private void ask(int status) {
        organization
                .post("viewer", "/api/v1/questions", "{\"question\": \"Who needs nothingofthekind?\"}")
                .statusCode(status);
    }

    @Test
    void anExportIsNotedAndCountedAndOneThatIsRefusedIsNot() {
        export(202);
        export(429);

        assertThat(usage.counted()).containsExactly("export 1");
        await("it is noted").untilAsserted(() -> assertThat(usage.noted()).containsExactly("export {}"));
    }

    private void export(int status) {
        organization
                .post(
                        "viewer",
                        "/api/v1/ocds/export",
                        "{\"format\": \"jsonl\", \"criteria\": {\"sources\": [\"none\"]}}")
                .statusCode(status);
    }

    @Test
    void requestsWithAKeyAreNotedAndCounted() {
        TestChange.plan(organization, "starter");
        var key = organization
                .post("manager", "/api/v1/api-keys", "{\"name\": \"ci\", \"roles\": [\"viewer\"]}")
                .statusCode(201)
                .extract()
                .<String>path("key");

        for (var i = 0; i < 3; i++) {
            given().header("X-API-Key", key).get("/api/v1/alerts").then().statusCode(200);
        }

        await("they are counted")
                .untilAsserted(() -> assertThat(usage.counted()).containsExactly("api_call 3"));
        await("they are noted").untilAsserted(() -> assertThat(usage.noted())
                .containsExactly("api_call {}", "api_call {}", "api_call {}"));
    }

    @Test
    void whatIsUsedAtOnceIsAddedUp() {
        IntStream.range(0, 50).parallel().forEach(i -> counts.add(organization.tenant(), Resource.EMAIL));

        await("all are counted").untilAsserted(() -> assertThat(usage.counted()).containsExactly("email 50"));
        counts.add(organization.tenant(), Resource.EMAIL);
        await("one more is").untilAsserted(() -> assertThat(usage.counted()).containsExactly("email 51"));
    }
}
