package org.quartermaster.catalog.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.testing.TestTenant;

/** The exports of a tenant. */
public record TestExport(TestTenant tenant) {

    /** @param options members of the order, such as {@code "format": "csv"} */
    public ValidatableResponse order(String kind, String options) {
        return tenant.post("/api/v1/exports/" + kind, "{" + options + "}");
    }

    /** The job of an order once it has succeeded. */
    public JsonPath job(String kind, String options) {
        var location = order(kind, options).statusCode(202).extract().header("Location");
        var ended = await("the end of the export of " + kind)
                .atMost(Duration.ofMinutes(1))
                .until(() -> tenant.manager().get(location).jsonPath(), job -> job.getString("finished_at") != null);
        assertThat(ended.getString("state")).as(ended.prettify()).isEqualTo("succeeded");
        return ended;
    }

    public byte[] file(String kind, String options) {
        var job = job(kind, options);
        return tenant.manager()
                .get("/api/v1/jobs/" + job.getString("job_id") + "/file")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    public List<String> csv(String kind, String more) {
        return new String(file(kind, "\"format\": \"csv\"" + more), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    public List<JsonNode> objects(String kind, String more) {
        var text = new String(file(kind, "\"format\": \"jsonl\"" + more), StandardCharsets.UTF_8);
        return text.lines().map(Json::stored).toList();
    }
}
