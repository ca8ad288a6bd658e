package org.quartermaster.catalog.reference;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.quartermaster.platform.testing.TestTenant;

/** Imports of files by a data admin. */
public final class ReferenceFiles {
    private final TestTenant tenant = TestTenant.create();

    /** The finished job of an import. */
    public JsonPath load(String kind, String csv) {
        return load(kind, csv.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    public JsonPath load(String kind, byte[] file, Map<String, String> options) {
        var request = tenant.as("data-admin").multiPart("file", "list.csv", file, "application/octet-stream");
        options.forEach(request::multiPart);
        var location = request.post("/api/v1/imports/" + kind)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return await("the import of " + kind)
                .atMost(Duration.ofMinutes(5))
                .until(
                        () -> tenant.as("data-admin").get(location).jsonPath(),
                        job -> job.getString("finished_at") != null);
    }

    /** What the log says of imports. */
    public ValidatableResponse log() {
        return tenant.manager()
                .get("/api/v1/activity?entity_type=import")
                .then()
                .statusCode(200);
    }
}
