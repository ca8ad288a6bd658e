package org.quartermaster.catalog.productclassification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.reference.ReferenceFiles;
import org.quartermaster.platform.testing.TestTenant;

/** Codes are proposed, decided about, and learned from. */
@CatalogTest
class DecisionResourceTest {
    private static final String LIST = """
            code,title
            71000000,Quibbling
            71100000,Quibble tools
            71101500,Quibblers
            71101501,Steam quibblers
            71101502,Pocket quibblers
            """;
    private static final String EXAMPLES = """
            text,code
            plimson quibbler,71101501
            """;

    private final TestTenant tenant = TestTenant.create();
    private final TestArticles articles = new TestArticles(tenant);

    @BeforeEach
    void load() {
        new ReferenceFiles().load("unspsc", LIST);
        new ReferenceFiles().load("examples", EXAMPLES);
        await("the model with the example")
                .until(() -> suggest(tenant, "plimson quibbler").getString("suggestions[0].method"), "learned"::equals);
    }

    @Test
    void aKnownNameIsProposedAndConfirmed() throws SQLException {
        var product = articles.add("plimson quibbler");
        var job = proposed();
        var row = classifications(product, "").extract().jsonPath();

        assertThat(job.getInt("result.proposed")).isEqualTo(1);
        assertThat(row.getString("items[0].status")).isEqualTo("proposed");
        decide(row.getLong("items[0].id"), "confirm")
                .statusCode(200)
                .body("status", equalTo("confirmed"))
                .body("unspsc_code", equalTo("71101501"))
                .body("version", is(2));
        decide(row.getLong("items[0].id"), "confirm").statusCode(200);
        decide(row.getLong("items[0].id"), "reject").statusCode(409).body("code", equalTo("classification.decided"));
    }

    @Test
    void anArticleIsFoundByTheTitleOfItsConfirmedCode() throws SQLException {
        var product = articles.add("plimson quibbler");
        proposed();
        found("steam").body("items", hasSize(0));

        decide(classifications(product, "").extract().jsonPath().getLong("items[0].id"), "confirm")
                .statusCode(200);

        found("steam").body("items.id", contains((int) product));
    }

    private ValidatableResponse found(String words) {
        return tenant.as("viewer")
                .get("/api/v1/products/search?q=" + words)
                .then()
                .statusCode(200);
    }

    @Test
    void theSameRunAgainChangesNothing() throws SQLException {
        var product = articles.add("plimson quibbler");
        proposed();

        var again = proposed();

        assertThat(again.getInt("result.unchanged")).isEqualTo(1);
        classifications(product, "?all=true").body("items", hasSize(1));
    }

    @Test
    void whatWasSaidByHandIsLearnedAtOnceAndByThisTenantAlone() throws SQLException {
        var product = articles.add("zorvex blunt");
        var other = TestTenant.create();

        classify(product, "unspsc", "71101502").statusCode(201).body("status", equalTo("confirmed"));

        var own = suggest(tenant, "Zorvex   BLUNT");
        assertThat(own.getString("decision")).isEqualTo("propose");
        assertThat(own.getString("suggestions[0].code")).isEqualTo("71101502");
        assertThat(own.getString("suggestions[0].method")).isEqualTo("learned");
        assertThat(own.getList("suggestions[0].path.code"))
                .containsExactly("71000000", "71100000", "71101500", "71101502");
        assertThat(suggest(other, "zorvex blunt").getString("decision")).isEqualTo("abstain");
    }

    @Test
    void anotherCodeSupersedesTheFormerOneAndTakesBackWhatItTaught() throws SQLException {
        var product = articles.add("zorvex blunt");
        classify(product, "unspsc", "71101502");

        classify(product, "unspsc", "71101501");

        classifications(product, "?all=true").body("items.status", contains("confirmed", "superseded"));
        classifications(product, "").body("items.unspsc_code", contains("71101501"));
        var own = suggest(tenant, "zorvex blunt");
        assertThat(own.getString("suggestions[0].code")).isEqualTo("71101501");
        assertThat(own.getDouble("suggestions[0].confidence")).isEqualTo(0.99);
    }

    @Test
    void whatWasRejectedIsNotProposedAgain() throws SQLException {
        var product = articles.add("plimson quibbler");
        proposed();

        decide(classifications(product, "").extract().jsonPath().getLong("items[0].id"), "reject")
                .statusCode(200)
                .body("status", equalTo("rejected"));

        assertThat(suggest(tenant, "plimson quibbler").getList("suggestions.code"))
                .doesNotContain("71101501");
        proposed();
        classifications(product, "").body("items.unspsc_code", not(hasItem("71101501")));
    }

    @Test
    void manyDecisionsHaveAStatusEach() throws SQLException {
        var product = articles.add("plimson quibbler");
        proposed();
        var id = classifications(product, "").extract().jsonPath().getLong("items[0].id");

        tenant.post("/api/v1/classifications/decide", """
                        {"decisions": [{"id": %1$d, "verdict": "confirmed"}, {"id": 1, "verdict": "rejected"},
                          {"id": %1$d, "verdict": "rejected"}]}
                        """.formatted(id))
                .statusCode(200)
                .body("results.status", contains(200, 404, 409))
                .body("results[2].code", equalTo("classification.decided"));
        tenant.post("/api/v1/classifications/decide", "{\"decisions\": [{\"id\": 1, \"verdict\": \"maybe\"}]}")
                .statusCode(422);
    }

    @Test
    void theQueueShowsTheMostValuableFirst() throws SQLException {
        var abstained = articles.add("vrumpf");
        var known = articles.add("plimson quibbler");
        var done = articles.add("zorvex");
        articles.stock(known, 5);
        classify(done, "unspsc", "71101502");
        proposed();

        tenant.as("viewer")
                .get("/api/v1/classification/queue")
                .then()
                .statusCode(200)
                .body("items.product_id", contains((int) known, (int) abstained))
                .body("items.state", contains("proposed", "abstained"))
                .body("items[0].stock_value", is(50.0f))
                .body("items[0].classification.unspsc_code", equalTo("71101501"))
                .body("items[1].classification", nullValue());
        tenant.as("viewer")
                .get("/api/v1/classification/queue?max_confidence=0.01")
                .then()
                .body("items.product_id", contains((int) abstained));
        tenant.as("viewer")
                .get("/api/v1/classification/queue?max_confidence=1.2")
                .then()
                .statusCode(422);
    }

    @Test
    void amongEquallyValuableOnesThoseComeFirstThatRequestsAskedFor() throws SQLException {
        var idle = articles.add("vrumpf");
        var wanted = articles.add("vrampf");
        articles.request(wanted, 2);

        tenant.as("viewer")
                .get("/api/v1/classification/queue")
                .then()
                .body("items.product_id", contains((int) wanted, (int) idle))
                .body("items.rfp_hits", contains(2, 0));
    }

    @Test
    void moreThanFiveHundredDecisionsAtOnceAreRefused() {
        var decisions = "{\"id\": 1, \"verdict\": \"rejected\"},".repeat(500);
        var path = "/api/v1/classifications/decide";

        tenant.post(path, "{\"decisions\": [%s{\"id\": 1, \"verdict\": \"rejected\"}]}".formatted(decisions))
                .statusCode(422);
        tenant.post(path, "{\"decisions\": [%s]}".formatted(decisions.replaceAll(",$", "")))
                .statusCode(200)
                .body("results", hasSize(500));
    }

    @ParameterizedTest
    @CsvSource({
        "unspsc, 2711, unspsc.form",
        "unspsc, 98989898, unspsc.unknown",
        "etim, EC12, etim.form",
        "etim, EC999999, etim.unknown"
    })
    void aCodeHasToBeOne(String system, String code, String wrong) throws SQLException {
        classify(articles.add("anything"), system, code).statusCode(422).body("errors[0].code", equalTo(wrong));
    }

    @Test
    void anotherTenantSeesAndDecidesNothing() throws SQLException {
        var product = articles.add("plimson quibbler");
        proposed();
        var id = classifications(product, "").extract().jsonPath().getLong("items[0].id");
        var other = TestTenant.create();

        other.as("viewer")
                .get("/api/v1/products/" + product + "/classifications")
                .then()
                .statusCode(404);
        other.post("/api/v1/classifications/" + id + "/confirm", "{}").statusCode(404);
        other.post(
                        "/api/v1/products/" + product + "/classifications",
                        "{\"system\": \"unspsc\", \"code\": \"71101501\"}")
                .statusCode(404);
        other.as("viewer").get("/api/v1/classification/queue").then().body("items", hasSize(0));
    }

    @Test
    void aRunOfProposalsIsNotAskedForByWhatNobodyKnows() {
        tenant.post("/api/v1/classification/jobs", "{\"filter\": {\"brand\": \"Plimson\"}}")
                .statusCode(422)
                .body("code", is("unknown_field"))
                .body("errors.field", contains("filter.brand"));
    }

    @Test
    void aViewerDecidesNothing() {
        tenant.as("viewer").post("/api/v1/classifications/1/confirm").then().statusCode(403);
        tenant.as("viewer").post("/api/v1/classification/jobs").then().statusCode(403);
    }

    private JsonPath proposed() {
        var location = tenant.post("/api/v1/classification/jobs", "{\"system\": \"unspsc\"}")
                .statusCode(202)
                .extract()
                .header("Location");
        return await("the run of proposals")
                .until(() -> tenant.manager().get(location).jsonPath(), job -> job.getString("finished_at") != null);
    }

    private ValidatableResponse classifications(long product, String query) {
        return tenant.as("viewer")
                .get("/api/v1/products/" + product + "/classifications" + query)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse classify(long product, String system, String code) {
        return tenant.post(
                "/api/v1/products/" + product + "/classifications",
                "{\"system\": \"%s\", \"code\": \"%s\"}".formatted(system, code));
    }

    private ValidatableResponse decide(long id, String verdict) {
        return tenant.post("/api/v1/classifications/" + id + "/" + verdict, "{}");
    }

    private static JsonPath suggest(TestTenant asker, String name) {
        return asker.post("/api/v1/classification/suggest", "{\"name\": \"" + name + "\"}")
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
