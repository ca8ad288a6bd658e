package org.quartermaster.procurement.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestChange;
import org.quartermaster.procurement.TestOrganization;

/** Alerts of users. */
@ProcurementTest
class AlertResourceTest {
    private final TestOrganization organization = TestOrganization.create();

    private String create(String role, String name) {
        return organization
                .post(role, "/api/v1/alerts", """
                        {"name": "%s", "criteria": {"keywords": {"any": ["school"]}}}
                        """.formatted(name))
                .statusCode(201)
                .extract()
                .path("alert_id");
    }

    @Test
    void anAlertIsMadeWithItsUsualSettingsAndItsFirstVersion() {
        var id = create("viewer", "Schools");

        organization
                .as("viewer")
                .get("/api/v1/alerts/" + id)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("name", equalTo("Schools"))
                .body("criteria.keywords.any", contains("school"))
                .body("criteria_version", equalTo(1))
                .body("frequency", equalTo("daily"))
                .body("channels", contains("in_app"))
                .body("notify_on", hasSize(7))
                .body("is_active", equalTo(true))
                .body("over_limit", equalTo(false))
                .body("matches_count", equalTo(0));
        organization
                .as("viewer")
                .get("/api/v1/alerts/" + id + "/versions")
                .then()
                .body("items.version", contains(1));
    }

    @Test
    void otherCriteriaMakeANewVersionAndAnotherNameDoesNot() {
        var id = create("viewer", "Schools");

        patch(id, "{\"name\": \"All schools\"}").body("criteria_version", equalTo(1));
        patch(id, "{\"criteria\": {\"keywords\": {\"any\": [\"school\", \"kindergarten\"]}}}")
                .body("criteria_version", equalTo(2));

        organization
                .as("viewer")
                .get("/api/v1/alerts/" + id + "/versions")
                .then()
                .body("items.version", contains(2, 1));
    }

    private ValidatableResponse patch(String id, String body) {
        return organization
                .as("viewer")
                .contentType(ContentType.JSON)
                .body(body)
                .patch("/api/v1/alerts/" + id)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                              | empty_criteria
            {"value": {"min": 2, "max": 1, "currency": "EUR"}} | range_backwards
            {"value": {"min": 2}}                           | currency_needed
            {"colour": "red"}                               | unknown_field
            """)
    void criteriaThatSayNothingOrAreWrongAreRefused(String criteria, String code) {
        organization
                .post("viewer", "/api/v1/alerts", "{\"name\": \"A\", \"criteria\": " + criteria + "}")
                .statusCode(422)
                .body("errors.code", contains(code));
    }

    @Test
    void aRhythmThatIsNoneIsRefusedWithThoseThatAre() {
        organization
                .post("viewer", "/api/v1/alerts", """
                        {"name": "A", "criteria": {"keywords": {"any": ["x"]}}, "frequency": "monthly"}
                        """)
                .statusCode(422)
                .body("errors[0].field", equalTo("frequency"));
    }

    @Test
    void ofManyAtOnceThePlanLetsInAsManyAsItAllows() {
        var codes = IntStream.range(0, 8)
                .parallel()
                .mapToObj(n -> organization
                        .post("viewer", "/api/v1/alerts", """
                                {"name": "A%d", "criteria": {"keywords": {"any": ["x"]}}}
                                """.formatted(n))
                        .extract()
                        .statusCode())
                .sorted()
                .toList();

        assertThat(codes).containsExactly(201, 201, 201, 403, 403, 403, 403, 403);
    }

    @Test
    void afterADowngradeTheOldestStayAndTheRestComesBackWithTheUpgrade() {
        TestChange.plan(organization, "starter");
        for (var n = 0; n < 5; n++) {
            create("viewer", "A" + n);
        }
        TestChange.plan(organization, "free");
        var oldest =
                organization.as("viewer").get("/api/v1/alerts").then().extract().<String>path("items[4].alert_id");

        fit();
        assertThat(over()).containsExactly(true, true, false, false, false);
        assertThat(organization.as("viewer").delete("/api/v1/alerts/" + oldest).statusCode())
                .isEqualTo(204);
        assertThat(over()).containsExactly(true, false, false, false);
        TestChange.plan(organization, "starter");
        fit();
        assertThat(over()).containsExactly(false, false, false, false);
    }

    @Inject
    AlertLimits limits;

    private void fit() {
        try {
            limits.fitAll();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private List<Boolean> over() {
        return organization.as("viewer").get("/api/v1/alerts").then().extract().path("items.over_limit");
    }

    @Test
    void aViewerSeesHisOwnAndAManagerThoseOfAll() {
        var id = create("operator", "Mine");

        organization.as("viewer").get("/api/v1/alerts/" + id).then().statusCode(404);
        organization.as("viewer").get("/api/v1/alerts").then().body("items", hasSize(0));
        organization.as("manager").get("/api/v1/alerts/" + id).then().statusCode(200);
        TestOrganization.create().as("admin").get("/api/v1/alerts/" + id).then().statusCode(404);
    }

    @Test
    void ofTwoChangesFromOneStateTheSecondIsRefused() {
        var id = create("viewer", "A");
        var tag = organization.as("viewer").get("/api/v1/alerts/" + id).header("ETag");

        for (var status : new int[] {200, 412}) {
            organization
                    .as("viewer")
                    .contentType(ContentType.JSON)
                    .header("If-Match", tag)
                    .body("{\"name\": \"B\"}")
                    .patch("/api/v1/alerts/" + id)
                    .then()
                    .statusCode(status);
        }
    }
}
