package org.quartermaster.catalog.rfp;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import org.quartermaster.platform.testing.TestTenant;

/** Requests of a test, and how they end. */
final class TestRfp {
    /** The example of the specification. */
    static final String EXAMPLE = """
            Request for quotation
            Client: Harbour Works
            Deadline: 2030-05-31
            Lot 1 - workshop
            1. GL-400-L Nitrile glove, size L - 25 pcs
            2. 10 x angle grinder 125 mm, min. 1200 W
            3. safety glasses EN 166, qty: 4 box
               (clear lens, anti-fog)
            4. ear muffs, at least 27 dB SNR
            5) Flux stabiliser for time machines ..... 3 nos
            Total: 5 items
            """;

    private TestRfp() {}

    static ValidatableResponse post(TestTenant tenant, String text) {
        return tenant.as("operator")
                .contentType(ContentType.JSON)
                .body(Map.of("document_name", "request.txt", "text", text))
                .post("/api/v1/rfps")
                .then();
    }

    /** Posts a text and waits until it is analyzed. */
    static String analyzed(TestTenant tenant, String text) {
        var path = post(tenant, text).statusCode(201).extract().header("Location");
        ended(tenant, path).body("analysis_status", is("analyzed"));
        return path;
    }

    static ValidatableResponse upload(TestTenant tenant, String name, byte[] content) {
        return tenant.as("operator")
                .multiPart("file", name, content, "application/octet-stream")
                .post("/api/v1/rfps")
                .then();
    }

    /** The request once its analysis has ended. */
    static ValidatableResponse ended(TestTenant tenant, String path) {
        await("the end of the analysis of " + path)
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> get(tenant, path).body("analysis_status", anyOf(is("analyzed"), is("failed"))));
        return get(tenant, path);
    }

    static ValidatableResponse get(TestTenant tenant, String path) {
        return tenant.as("viewer").get(path).then().statusCode(200);
    }

    static ValidatableResponse patch(TestTenant tenant, String path, String json) {
        return tenant.as("operator")
                .contentType(ContentType.JSON)
                .body(json)
                .patch(path)
                .then();
    }
}
