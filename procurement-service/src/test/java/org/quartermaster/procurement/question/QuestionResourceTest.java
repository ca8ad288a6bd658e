package org.quartermaster.procurement.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.testing.Statements;
import org.quartermaster.procurement.ProcurementDatabase;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;

/** Questions over tenders, and search by meaning. */
@ProcurementTest
final class QuestionResourceTest {
    private static final String PATH = "/api/v1/questions";

    private final TestOrganization organization = TestOrganization.create();

    /** A word that no other test has. */
    private static String word() {
        return "w" + UUID.randomUUID().toString().replace("-", "");
    }

    private static String tender(String title, String description) throws SQLException {
        var id = TestTenders.insert(title, description);
        TestTenders.awaitPassages(id, 1);
        return id;
    }

    private ValidatableResponse ask(String json) {
        return organization.post("viewer", PATH, json);
    }

    private ValidatableResponse search(String json) {
        return organization.post("viewer", PATH + "/semantic-search", json);
    }

    private List<String> remembered(String column) throws SQLException {
        try (var connection = ProcurementDatabase.system()) {
            var sql = "select cast(" + column + " as text) from procurement.query_history where tenant_id = ?";
            return Sql.query(connection, sql, row -> row.getString(1), organization.tenant());
        }
    }

    @Test
    void theAnswerIsCopiedFromItsSources() throws SQLException {
        var word = word();
        var tender = tender("Work gloves " + word, "The gloves must resist cuts of level D. The sky is blue.");

        ask("{\"question\": \"Which cuts must the " + word + " gloves resist?\"}")
                .statusCode(200)
                .body("query_id", notNullValue())
                .body("answer", containsString("The gloves must resist cuts of level D. [1]"))
                .body("sources[0].n", equalTo(1))
                .body("sources[0].tender_id", equalTo(tender))
                .body("sources[0].doc_id", nullValue())
                .body("sources[0].chunk_index", equalTo(0))
                .body("sources[0].start", equalTo(0))
                .body("sources[0].text", containsString("The sky is blue."))
                .body("confidence.level", equalTo("high"))
                .body("confidence.score", equalTo(1.0f))
                .body("generated_at", notNullValue());
    }

    @Test
    void cyrillicIsFoundInLatin() throws SQLException {
        var word = word();
        var tender = tender("Набавка на ракавици " + word, "Рокот за доставување е 30 мај.");

        search("{\"query\": \"rakavici " + word + "\"}").statusCode(200).body("items[0].tender_id", equalTo(tender));
    }

    @Test
    void questionAndAnswerAreRemembered() throws SQLException {
        var word = word();
        tender("Helmets " + word, "Helmets are white.");

        ask("{\"question\": \"Are the helmets of " + word + " white?\"}").statusCode(200);

        assertThat(remembered("user_id"))
                .containsExactly(organization.user("viewer").toString());
        assertThat(remembered("answer").get(0)).contains("Helmets are white.");
        assertThat(remembered("sources -> 0 ->> 'n'")).containsExactly("1");
        assertThat(remembered("confidence")).containsExactly("1.00");
    }

    @Test
    void whereNothingIsFoundTheAnswerSaysSo() throws SQLException {
        ask("{\"question\": \"Where is " + word() + "?\"}")
                .statusCode(200)
                .body("answer", nullValue())
                .body("sources", hasSize(0))
                .body("confidence.level", equalTo("low"))
                .body("confidence.score", equalTo(0))
                .body("message", startsWith("Nothing was found"));
        assertThat(remembered("sources")).containsExactly("[]");
    }

    @Test
    void aQuestionIsNoStatement() {
        ask("{\"question\": \"'; drop table procurement.tenders; --\"}").statusCode(200);
        ask("{\"question\": \"<script>:* & | ! ' \\\\ ???\"}").statusCode(200);
        ask("{\"question\": \"???\"}").statusCode(200).body("answer", nullValue());
    }

    @Test
    void confidenceFallsWithWordsThatNoSourceHas() throws SQLException {
        var word = word();
        tender("Ladders " + word, "Ladders of wood.");

        ask("{\"question\": \"" + word + " " + word() + " " + word() + "\"}")
                .statusCode(200)
                .body("confidence.level", equalTo("low"))
                .body("answer", containsString(word));
    }

    @Test
    void filtersComeFirst() throws SQLException {
        var word = word();
        tender("Pumps " + word, "Pumps for water, best of all pumps " + word);
        var other = tender("Other pumps " + word, null);

        search("{\"query\": \"pumps " + word + "\", \"tender_ids\": [\"" + other + "\"]}")
                .body("items.tender_id", equalTo(List.of(other)));
        search("{\"query\": \"pumps " + word + "\", \"criteria\": {\"keywords\": {\"any\": [\"other\"]}}}")
                .body("items.tender_id", equalTo(List.of(other)));
        search("{\"query\": \"pumps " + word + "\", \"criteria\": {\"countries\": [\"DE\"]}}")
                .body("items", hasSize(0));
    }

    @Test
    void notAllSourcesAreOfOneTenderUnlessItIsAskedAbout() throws SQLException {
        var word = word();
        var text = new StringBuilder();
        for (var i = 0; i < 2_000; i++) {
            text.append(i % 100 == 0 ? word : "n" + i).append(' ');
        }
        var tender = TestTenders.insert("Much to read", text.toString());
        TestTenders.awaitPassages(tender, 5);

        search("{\"query\": \"" + word + "\"}").body("items", hasSize(3));
        search("{\"query\": \"" + word + "\", \"tender_ids\": [\"" + tender + "\"]}")
                .body("items", hasSize(5));
    }

    @Test
    void theSameTextComesOnce() throws SQLException {
        var word = word();
        tender("Chairs " + word, null);
        tender("Chairs " + word, null);

        search("{\"query\": \"" + word + "\"}").body("items", hasSize(1));
    }

    @Test
    void aDeletedTenderIsNoSource() throws SQLException {
        var word = word();
        var tender = tender("Tables " + word, null);
        try (var connection = ProcurementDatabase.system()) {
            Sql.update(connection, "update procurement.tenders set deleted_at = now() where tender_id = ?", tender);
        }

        search("{\"query\": \"" + word + "\"}").body("items", hasSize(0));
    }

    @Test
    void aChangedTenderIsCutAnew() throws SQLException {
        var word = word();
        var tender = tender("Cranes", null);
        try (var connection = ProcurementDatabase.system()) {
            var sql = "update procurement.tenders set title = ? where tender_id = ?";
            Sql.update(connection, sql, "Lifts " + word, tender);
        }
        TestTenders.tellOf(tender);

        org.awaitility.Awaitility.await("the new title")
                .untilAsserted(() -> search("{\"query\": \"" + word + "\"}").body("items", hasSize(1)));
        assertThat(TestTenders.passages(tender)).isEqualTo(1);
    }

    @Test
    void theAnswerComesAsEventsWhereTheyAreAccepted() throws SQLException {
        var word = word();
        tender("Ropes " + word, "Ropes of hemp.");

        var events = organization
                .as("viewer")
                .accept("text/event-stream")
                .contentType("application/json")
                .body("{\"question\": \"ropes " + word + "\"}")
                .post(PATH)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/event-stream"))
                .extract()
                .asString();

        assertThat(events)
                .startsWith("event: sources\ndata: [")
                .contains("event: answer\ndata: \"", "event: done\ndata: {");
        assertThat(remembered("question")).hasSize(1);
    }

    @Test
    void aRepeatedRequestIsAnsweredAsBefore() throws SQLException {
        var word = word();
        tender("Nets " + word, "Nets of nylon.");
        var key = UUID.randomUUID().toString();
        var request = "{\"question\": \"nets " + word + "\"}";

        var ids = java.util.stream.Stream.of(1, 2)
                .map(n -> organization
                        .as("viewer")
                        .header("Idempotency-Key", key)
                        .contentType("application/json")
                        .body(request)
                        .post(PATH)
                        .then()
                        .statusCode(200)
                        .extract()
                        .<String>path("query_id"))
                .distinct()
                .toList();

        assertThat(ids).hasSize(1);
        assertThat(remembered("question")).hasSize(1);
    }

    @Test
    void theFourthQuestionOfADayIsRefusedOnTheFreePlan() throws SQLException {
        for (var i = 0; i < 3; i++) {
            ask("{\"question\": \"where\"}").statusCode(200);
        }

        ask("{\"question\": \"where\"}")
                .statusCode(429)
                .body("code", equalTo("quota_exceeded"))
                .body("limit", equalTo(3))
                .body("resets_at", notNullValue());
        search("{\"query\": \"where\"}").statusCode(200);
        assertThat(remembered("question")).hasSize(3);
    }

    @Test
    void noAnswerIsSoughtForOneWhoseQuotaIsSpentOrWhoAskedTheSameBefore() throws SQLException {
        var statements = new Statements("procurement");
        var key = UUID.randomUUID().toString();
        Runnable asked = () -> organization
                .as("viewer")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"question\": \"hydraulic ladders\"}")
                .post(PATH)
                .then()
                .statusCode(200);
        assertThat(statements.during(asked).keySet()).anyMatch(QuestionResourceTest::isSearch);

        assertThat(statements.during(asked).keySet()).noneMatch(QuestionResourceTest::isSearch);

        ask("{\"question\": \"where\"}").statusCode(200);
        ask("{\"question\": \"where\"}").statusCode(200);
        assertThat(statements
                        .during(() ->
                                ask("{\"question\": \"hydraulic ladders\"}").statusCode(429))
                        .keySet())
                .noneMatch(QuestionResourceTest::isSearch);
    }

    private static boolean isSearch(String sql) {
        return sql.contains("e.search @@ cast(w.query as tsquery)");
    }

    @Test
    void ofTwentyQuestionsAtOnceThreeAreAnswered() throws SQLException {
        var answered = java.util.stream.IntStream.range(0, 20)
                .parallel()
                .map(n -> ask("{\"question\": \"where\"}").extract().statusCode())
                .filter(status -> status == 200)
                .count();

        assertThat(answered).isEqualTo(3);
        assertThat(remembered("question")).hasSize(3);
    }

    @Test
    void aHiddenNetworkIsRefusedOnTheFreePlanAndNotCharged() throws SQLException {
        organization
                .as("viewer")
                .header("User-Agent", "Mozilla/5.0 (Tor)")
                .contentType("application/json")
                .body("{\"question\": \"where\"}")
                .post(PATH)
                .then()
                .statusCode(403)
                .body("code", equalTo("vpn_not_allowed"));

        assertThat(remembered("question")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"question\": \"\"}",
                "{\"question\": 7}",
                "{\"question\": \"a\", \"top_k\": 21}",
                "{\"question\": \"a\", \"top_k\": 0}",
                "{\"question\": \"a\", \"color\": \"red\"}",
                "{\"question\": \"a\", \"tender_ids\": \"a\", \"criteria\": {\"color\": 1}}",
                "{\"question\": \"a\", \"criteria\": {\"value\": {\"min\": 2, \"max\": 1, \"currency\": \"EUR\"}}}"
            })
    void aWrongQuestionIsRefusedAndNotRemembered(String json) throws SQLException {
        ask(json).statusCode(422);

        assertThat(remembered("question")).isEmpty();
    }

    @Test
    void aQuestionHasItsLengths() {
        ask("{\"question\": \"" + "a".repeat(1_000) + "\"}").statusCode(200);
        ask("{\"question\": \"" + "a".repeat(1_001) + "\"}").statusCode(422);
        search("{\"query\": \"" + "a".repeat(501) + "\"}").statusCode(422);
        search("{\"query\": \"a\", \"top_k\": 50}").statusCode(200);
        search("{\"query\": \"a\", \"top_k\": 51}").statusCode(422);
    }
}
