package org.quartermaster.procurement.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.ocds.Json;

/** Exports of a new organization, which has one a day. */
record TestExport(TestOrganization organization) {
    private static final List<String> WAITING = List.of("queued", "running");

    static TestExport create() {
        return new TestExport(TestOrganization.create());
    }

    Response order(String source, String format) {
        return organization
                .as("viewer")
                .contentType("application/json")
                .body("{\"format\": \"%s\", \"criteria\": {\"sources\": [\"%s\"]}}".formatted(format, source))
                .post("/api/v1/ocds/export");
    }

    private Response job(String job) {
        return organization.as("viewer").get("/api/v1/jobs/" + job);
    }

    /** The file of the tenders of a source. */
    String file(String source, String format) {
        String job = order(source, format).then().statusCode(202).extract().path("job_id");
        await("the end of export " + job)
                .atMost(Duration.ofSeconds(60))
                .until(() -> !WAITING.contains(job(job).<String>path("state")));
        var ended = job(job);
        assertThat(ended.<String>path("state")).as(ended.asString()).isEqualTo("succeeded");
        return organization.as("viewer").get(ended.<String>path("result_url")).asString();
    }

    List<JsonNode> lines(String source, String format) {
        return file(source, format).lines().map(TestExport::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return Json.MAPPER.readTree(line);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(line, broken);
        }
    }
}
