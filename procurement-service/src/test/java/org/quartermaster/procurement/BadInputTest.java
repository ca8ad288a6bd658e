package org.quartermaster.procurement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.quartermaster.platform.testing.Eventually.await;

import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.procurement.config.SystemConfig;

/** What is wrong in the same way wherever it comes in. */
@ProcurementTest
class BadInputTest {
    private static final String CONFIG =
            "update procurement.system_config set config_value = ? where config_key = 'webhooks.allow_private'";

    private final TestOrganization organization = TestOrganization.create();

    @Inject
    SystemConfig config;

    @ParameterizedTest
    @CsvSource({
        "sort=colour, sort",
        "limit=0, limit",
        "limit=101, limit",
        "min_value=abc&currency=EUR, min_value",
        "min_value=2, currency",
        "min_value=2&max_value=1&currency=EUR, max_value",
        "published_from=2025-02-02&published_to=2025-02-01, published_to",
        "published_from=2025-02-30, published_from"
    })
    void aParameterThatIsWrongIsNamed(String query, String parameter) {
        organization
                .as("viewer")
                .get("/api/v1/tenders?" + query)
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid_parameter"))
                .body("errors.field", hasItem(parameter));
    }

    @Test
    void aParameterThatNobodyKnowsIsNamed() {
        organization
                .as("viewer")
                .get("/api/v1/tenders?colour=red")
                .then()
                .statusCode(400)
                .body("detail", containsString("colour"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "name": 5                                                                        | 422
            "name": "a\\u0000b"                                                              | 422
            "name": "a\\ud800"                                                               | 422
            "name": "A", "colour": "red"                                                     | 422
            "name": "A", "criteria": {"value": {"min": "1", "currency": "EUR"}}              | 422
            "name": "A", "criteria": {"value": {"min": 1e9999, "currency": "EUR"}}           | 422
            "name": "A", "criteria": {"value": {"min": NaN, "currency": "EUR"}}              | 400
            "name": "A", "criteria": {"keywords": {"any": ["a\\u0000b"]}}                    | 422
            "name": "A", "criteria": {"keywords": {"any": 5}}                                | 422
            "name": "A", "criteria": {"keywords": {"any": "x"}}                              | 422
            "name": "A", "criteria": {"keywords": {"any": ["x"]}}, "channels": "in_app"      | 422
            "name": "A                                                                       | 400
            """)
    void anAlertWithoutSenseIsRefused(String fields, int status) {
        organization.post("viewer", "/api/v1/alerts", "{" + fields + "}").statusCode(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "estimated_value": "12", "estimated_currency": "EUR"   | 422
            "estimated_value": 1e9999, "estimated_currency": "EUR" | 422
            "estimated_value": NaN, "estimated_currency": "EUR"    | 400
            "description": "a\\u0000b"                             | 422
            "description": "\\udc00"                               | 422
            "description": 7                                       | 422
            """)
    void aTenderWithoutSenseIsRefused(String fields, int status) {
        given().auth()
                .oauth2(OcdsFile.token())
                .contentType(ContentType.JSON)
                .body("{\"title\": \"A\", " + fields + "}")
                .post("/api/v1/tenders")
                .then()
                .statusCode(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'; DROP TABLE procurement.alerts; --", "<script>alert(1)</script>"})
    void textThatIsCodeElsewhereIsText(String text) {
        var body = "{\"name\": \"%s\", \"criteria\": {\"keywords\": {\"any\": [\"x %s\"]}}}".formatted(text, text);
        String id = organization
                .post("viewer", "/api/v1/alerts", body)
                .statusCode(201)
                .extract()
                .path("alert_id");

        organization
                .as("viewer")
                .get("/api/v1/alerts/" + id)
                .then()
                .contentType(ContentType.JSON)
                .body("name", equalTo(text))
                .body("criteria.keywords.any[0]", equalTo("x " + text));
    }

    @Test
    void aQuoteThatIsNotClosedIsReadAsClosed() {
        organization
                .as("viewer")
                .queryParam("q", "\"road works")
                .get("/api/v1/tenders")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/hook",
                "https://169.254.169.254/latest",
                "http://example.com/",
                "https://user:pass@example.com/"
            })
    void aWebhookThatLeadsInsideIsRefused(String url) {
        TestChange.plan(organization, "professional");
        allowPrivate("false");
        try {
            organization
                    .post("admin", "/api/v1/webhooks", """
                            {"url": "%s", "event_types": ["alert.matched"]}
                            """.formatted(url))
                    .statusCode(422)
                    .body("errors[0].field", equalTo("url"));
        } finally {
            allowPrivate("true");
        }
    }

    private void allowPrivate(String value) {
        TestRows.update(CONFIG, value);
        await("the setting").until(() -> config.flag("webhooks.allow_private") == Boolean.parseBoolean(value));
    }

    @Test
    void ofTwoChangesAtOnceFromOneStateOneIsRefused() {
        var made = organization
                .post("viewer", "/api/v1/alerts", """
                {"name": "A", "criteria": {"keywords": {"any": ["x"]}}}
                """)
                .statusCode(201)
                .extract();
        var path = "/api/v1/alerts/" + made.path("alert_id");
        var tag = organization.as("viewer").get(path).header("ETag");

        var statuses = IntStream.range(0, 2)
                .parallel()
                .mapToObj(n -> organization
                        .as("viewer")
                        .contentType(ContentType.JSON)
                        .header("If-Match", tag)
                        .body("{\"name\": \"B%d\"}".formatted(n))
                        .patch(path)
                        .statusCode())
                .toList();

        assertThat(statuses).containsExactlyInAnyOrderElementsOf(List.of(200, 412));
    }
}
