package org.quartermaster.procurement.config;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;

/** Settings of the installation. */
@ProcurementTest
class ConfigResourceTest {
    private static final String PATH = "/api/v1/admin/config";

    private final TestOrganization operator = TestOrganization.operator();

    @Inject
    SystemConfig config;

    private ValidatableResponse put(String key, String body) {
        return operator.as("admin")
                .contentType(ContentType.JSON)
                .body(body)
                .put(PATH + "/" + key)
                .then();
    }

    @Test
    void showsEachSettingWithItsTypeItsDefaultAndItsBounds() {
        operator.as("admin")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.find { it.config_key == 'questions.top_k' }.value_type", equalTo("integer"))
                .body("items.find { it.config_key == 'questions.top_k' }.default_value", equalTo(5))
                .body("items.find { it.config_key == 'questions.top_k' }.min_value", equalTo("1"))
                .body("items.find { it.config_key == 'questions.top_k' }.max_value", equalTo("20"))
                .body("items.find { it.config_key == 'ocds.publisher' }.default_value.name", equalTo("Quartermaster"));
    }

    @Test
    void aChangeIsLiveWithinFiveSecondsAndAuditedAndNullTakesItBack() {
        put("search.count_cap", "{\"value\": 20000}").statusCode(200).body("config_value", equalTo(20000));

        await("every replica has it")
                .atMost(Duration.ofSeconds(5))
                .until(() -> config.integer("search.count_cap") == 20_000);
        operator.as("admin")
                .queryParam("action", "config.changed")
                .get("/api/v1/admin/audit")
                .then()
                .body("items.target_id", hasItem("search.count_cap"))
                .body("items.changes.after", hasItem("20000"));
        put("search.count_cap", "{\"value\": null}").statusCode(200).body("config_value", nullValue());
        await("the default is back")
                .atMost(Duration.ofSeconds(5))
                .until(() -> config.integer("search.count_cap") == 10_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    questions.top_k  | "many"    | int_parsing
                    questions.top_k  | 1.5       | int_parsing
                    questions.top_k  | 0         | greater_than_equal
                    questions.top_k  | 21        | less_than_equal
                    questions.top_k  | 1e999     | int_parsing
                    documents.fetch  | "yes"     | bool_parsing
                    documents.fetch  | 1         | bool_parsing
                    stats.refresh    | "15m"     | duration_parsing
                    stats.refresh    | "PT0S"    | duration_parsing
                    ocds.publisher   | "{"       | json_parsing
                    ocds.prefix      | 5         | type
                    """)
    void aValueThatIsNoneOfTheTypeOrOutOfBoundsIsRefused(String key, String value, String code) {
        put(key, "{\"value\": " + value + "}").statusCode(422).body("errors[0].code", equalTo(code));
    }

    @Test
    void aRefusalIsToldInTheLanguageOfTheClient() {
        operator.as("admin")
                .contentType(ContentType.JSON)
                .header("Accept-Language", "ar")
                .body("{\"value\": \"often\"}")
                .put(PATH + "/stats.refresh")
                .then()
                .statusCode(422)
                .body("errors[0].message", equalTo("المطلوب مدة مثل PT15M أو P1D، لا تقل عن ثانية."));
    }

    @Test
    void whatIsNoSettingIsNotFoundAndWhatIsNoFieldIsRefused() {
        put("no.such", "{\"value\": 1}").statusCode(404);
        put("questions.top_k", "{}").statusCode(422);
        put("questions.top_k", "{\"value\": 1, \"min\": 0}").statusCode(422);
    }

    @Test
    void ofTwoWhoChangeOneReadingTheSecondIsRefused() {
        var tag = put("questions.chunk_overlap", "{\"value\": 60}").extract().header("ETag");
        put("questions.chunk_overlap", "{\"value\": 70}").statusCode(200);

        operator.as("admin")
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body("{\"value\": 80}")
                .put(PATH + "/questions.chunk_overlap")
                .then()
                .statusCode(412);
        put("questions.chunk_overlap", "{\"value\": null}").statusCode(200);
    }

    @Test
    void isForTheOperatorsAdministratorsAlone() {
        var other = TestOrganization.create();

        other.as("admin").get(PATH).then().statusCode(403);
        other.as("admin")
                .contentType(ContentType.JSON)
                .body("{\"value\": 6}")
                .put(PATH + "/questions.top_k")
                .then()
                .statusCode(403);
        operator.as("manager").get(PATH).then().statusCode(403);
    }
}
