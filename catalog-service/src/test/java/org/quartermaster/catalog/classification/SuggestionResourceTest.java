package org.quartermaster.catalog.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.reference.ReferenceFiles;
import org.quartermaster.platform.testing.TestTenant;

/** Suggestions by what was imported for all. */
@CatalogTest
class SuggestionResourceTest {
    private static final String PATH = "/api/v1/classification/";
    private static final String EXAMPLES = """
            tool_name\tunspsc_code\tunspsc_title\toccupations
            Wimble crankers\t72151501\tWimbles\t3
            Gusset wimbles\t72151501\tWimbles\t1
            Left-handed frotters\t72151502\tFrotters\t2
            Right-handed frotters\t72151502\tFrotters\t2
            Untitled thing\t72151599\t\t2
            """;

    private final TestTenant tenant = TestTenant.create();
    private final ReferenceFiles files = new ReferenceFiles();

    @BeforeEach
    void load() {
        files.load("examples", EXAMPLES);
        await("the model with the examples")
                .until(() -> suggest("wimble cranker").extract().path("suggestions[0].method"), "learned"::equals);
    }

    @Test
    void aKnownNameComesFirstAndSaysWhy() {
        suggest("wimble cranker")
                .statusCode(200)
                .body("decision", equalTo("propose"))
                .body("reason", equalTo("known_name"))
                .body("suggestions[0].code", equalTo("72151501"))
                .body("suggestions[0].title", equalTo("Wimbles"))
                .body("suggestions[0].path", hasSize(4))
                .body("suggestions[0].evidence.text", hasItem("known_name"))
                .body("model_version", notNullValue());
    }

    @Test
    void aNameThatIsNewIsComparedWithWhatIsKnown() {
        suggest("ambidextrous frotter")
                .body("suggestions[0].code", equalTo("72151502"))
                .body("suggestions[0].method", equalTo("text"))
                .body("suggestions[0].evidence.kind", hasItem("word"));
    }

    @Test
    void whatHasNothingInCommonIsAbstainedFrom() {
        suggest("ζζζ").body("decision", equalTo("abstain")).body("suggestions", hasSize(0));
    }

    @Test
    void aCommodityThatIsNotListedIsProvisional() {
        tenant.as("viewer").get("/api/v1/unspsc/72151501").then().body("state", equalTo("provisional"));
        tenant.as("viewer").get("/api/v1/unspsc/72000000").then().body("title", equalTo("72000000"));
        assertThat(files.load("examples", EXAMPLES).getInt("result.unchanged")).isEqualTo(4);
    }

    @Test
    void manyNamesAreAnsweredInTheirOrder() {
        tenant.post(
                        PATH + "suggest/batch",
                        "{\"items\": [{\"name\": \"gusset wimble\"}, {\"name\": \"left-handed frotter\"}]}")
                .statusCode(200)
                .body("items[0].suggestions[0].code", equalTo("72151501"))
                .body("items[1].suggestions[0].code", equalTo("72151502"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\": \" \"}",
                "{\"name\": \"x\", \"limit\": 11}",
                "{\"name\": \"x\", \"system\": \"eclass\"}",
                "{\"name\": \"x\", \"colour\": \"red\"}"
            })
    void aWrongQuestionIsRefused(String question) {
        tenant.post(PATH + "suggest", question).statusCode(422);
    }

    @Test
    void whatItWasWorthIsTold() {
        tenant.as("viewer")
                .get(PATH + "quality")
                .then()
                .statusCode(200)
                .body("system", equalTo("unspsc"))
                .body("names", notNullValue())
                .body("calibration_error", notNullValue());
        tenant.as("viewer").get(PATH + "quality?system=eclass").then().statusCode(422);
    }

    private ValidatableResponse suggest(String name) {
        return tenant.post(PATH + "suggest", "{\"name\": \"" + name + "\"}");
    }
}
