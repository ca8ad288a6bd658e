package org.quartermaster.procurement.match;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.quartermaster.platform.testing.Eventually.await;
import static org.quartermaster.procurement.OcdsFile.packageOf;

import io.restassured.http.ContentType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.procurement.OcdsFile;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestChange;
import org.quartermaster.procurement.TestMailbox;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestTender;

/** What alerts find in the changes of tenders, and what their users are told. */
@ProcurementTest
class MatcherTest {
    private final TestOrganization organization = TestOrganization.create();

    /** A word that no other test looks for. */
    private final String word = "word" + Ids.random(12).toLowerCase(Locale.ROOT);

    private String alert(String more) {
        return organization
                .post("viewer", "/api/v1/alerts", """
                        {"name": "A", "criteria": {"keywords": {"any": ["%s"]}}%s}
                        """.formatted(word, more))
                .statusCode(201)
                .extract()
                .path("alert_id");
    }

    private String tender() {
        return TestTender.of(TestTender.newSource(), "School " + word).insert();
    }

    private List<Map<String, Object>> notices() {
        return organization
                .as("viewer")
                .get("/api/v1/notifications?type=alert_match")
                .path("items");
    }

    private List<Map<String, Object>> matches(String alert) {
        return organization
                .as("viewer")
                .get("/api/v1/alerts/" + alert + "/matches")
                .path("items");
    }

    @Test
    void aChangeIsJudgedAtTheVersionThatItMade() {
        var file = OcdsFile.create();
        file.load(packageOf(file.release(
                "1", "r1", "2026-03-01T10:00:00Z", "{\"id\": \"t\", \"title\": \"School %s\"}".formatted(word))));
        file.load(
                packageOf(file.release("1", "r2", "2026-03-02T10:00:00Z", "{\"id\": \"t\", \"title\": \"Hospital\"}")));

        var late = alert(", \"backfill_days\": 1, \"notify_on\": [\"published\", \"text_changed\"]");

        await("the match of the first version").untilAsserted(() -> assertThat(matches(late))
                .extracting(match -> match.get("material_version"))
                .containsExactly(1));
    }

    @Test
    void aTitleThatHoldsAnEscapeSequenceIsExplainedAsItIs() {
        var alert = alert("");
        var title = "a\\u0000b " + word;

        TestChange.note(TestTender.of(TestTender.newSource(), title).insert(), "published");

        await("the match").untilAsserted(() -> assertThat(matches(alert)).hasSize(1));
        assertThat(matches(alert).get(0).get("explanation").toString()).contains(title);
    }

    @Test
    void aChangeThatTwoAlertsMeetIsToldOnceAndNamesBoth() {
        var one = alert("");
        var two = alert(", \"frequency\": \"weekly\"");
        var tender = tender();

        TestChange.note(tender, "published");

        await("a notice").until(() -> notices().size() == 1);
        organization
                .as("viewer")
                .get("/api/v1/notifications")
                .then()
                .body("items[0].tender_id", equalTo(tender))
                .body("items[0].alert_ids", containsInAnyOrder(one, two))
                .body("items[0].is_read", equalTo(false));
        assertThat(matches(one)).hasSize(1);
        assertThat(matches(two)).hasSize(1);
        organization
                .as("viewer")
                .get("/api/v1/alerts/" + one + "/matches")
                .then()
                .body("items[0].verdict", equalTo("hit"))
                .body("items[0].change_classes", contains("published"))
                .body("items[0].explanation.criteria[0].criterion", equalTo("keywords.any"))
                .body("items[0].explanation.criteria[0].evidence[0].field", equalTo("title"));
    }

    @Test
    void whatIsCosmeticOrNotAskedForTellsNobody() {
        var alert = alert(", \"notify_on\": [\"awarded\"]");
        var tender = tender();

        TestChange.note(tender, "cosmetic");
        TestChange.note(tender, "deadline_moved");
        TestChange.note(tender, "awarded");

        await("the award").until(() -> matches(alert).size() == 1);
        assertThat(matches(alert).get(0).get("change_classes")).isEqualTo(List.of("awarded"));
    }

    @Test
    void thePastIsMatchedWhereItIsAskedForAndAPausedAlertCollectsWhenItIsToCatchUp() {
        var tender = tender();
        TestChange.note(tender, "published");
        await("the position")
                .until(() -> TestChange.count(
                                "select count(*) from procurement.tender_changes where tender_id = ? and position > 0",
                                tender)
                        == 1);

        var blind = alert("");
        var seeing = alert(", \"backfill_days\": 7");
        await("the past").until(() -> matches(seeing).size() == 1);
        assertThat(matches(blind)).isEmpty();

        patch(blind, "{\"is_active\": false}");
        var second = tender();
        TestChange.note(second, "published");
        await("the other alert").until(() -> matches(seeing).size() == 2);
        assertThat(matches(blind)).isEmpty();
        patch(blind, "{\"is_active\": true, \"catch_up\": true}");
        await("what was missed").until(() -> matches(blind).size() == 1);
        assertThat(notices()).hasSize(2);
    }

    private void patch(String alert, String body) {
        organization
                .as("viewer")
                .contentType(ContentType.JSON)
                .body(body)
                .patch("/api/v1/alerts/" + alert)
                .then()
                .statusCode(200);
    }

    @Test
    void anInstantAlertIsMailedWithItsReasonsAndAWayOut() {
        var alert = alert(", \"channels\": [\"email\"], \"frequency\": \"instant\"");

        TestChange.note(tender(), "published");

        var mail = new TestMailbox(organization.email("viewer")).newestOf(1);
        assertThat((String) mail.get("text")).contains("A (keywords.any)");
        assertThat(mail.get("headers").toString()).contains("List-Unsubscribe-Post");
        assertThat(notices()).isEmpty();
        leave((String) mail.get("text"), 204);
        leave((String) mail.get("text"), 422);
        organization.as("viewer").get("/api/v1/alerts/" + alert).then().body("channels", equalTo(List.of()));
    }

    private static void leave(String text, int status) {
        var code = text.substring(text.indexOf("?code=") + "?code=".length()).strip();
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post("/api/v1/alerts/unsubscribe?code=" + code)
                .then()
                .statusCode(status);
    }

    @Test
    void aMatchIsDismissedAndJudgedAndNoticesAreRead() {
        var alert = alert("");
        TestChange.note(tender(), "published");
        await("a match").until(() -> matches(alert).size() == 1);

        organization
                .as("viewer")
                .contentType(ContentType.JSON)
                .body("{\"state\": \"dismissed\", \"feedback\": \"irrelevant\"}")
                .patch("/api/v1/matches/" + matches(alert).get(0).get("match_id"))
                .then()
                .statusCode(200)
                .body("state", equalTo("dismissed"))
                .body("feedback", equalTo("irrelevant"));
        organization
                .as("viewer")
                .get("/api/v1/notifications/unread-count")
                .then()
                .body("unread", equalTo(1));
        organization.post("viewer", "/api/v1/notifications/mark-all-read", "").statusCode(200);
        organization
                .as("viewer")
                .get("/api/v1/notifications/unread-count")
                .then()
                .body("unread", equalTo(0));
        organization.as("operator").get("/api/v1/notifications").then().body("items.size()", equalTo(0));
    }

    @Test
    void whyAndWhyNotIsSaidOfAnyTender() {
        var alert = alert("");
        var tender = TestTender.of(TestTender.newSource(), "Roads").insert();

        organization
                .as("viewer")
                .get("/api/v1/alerts/" + alert + "/why?tender_id=" + tender)
                .then()
                .statusCode(200)
                .body("verdict", equalTo("miss"))
                .body("would_notify", equalTo(false))
                .body("criteria_version", equalTo(1));
        organization
                .post("viewer", "/api/v1/alerts/explain", """
                        {"criteria": {"cpv": {"any": ["45"]}}, "tender_id": "%s"}
                        """.formatted(tender))
                .statusCode(200)
                .body("verdict", equalTo("unknown"))
                .body("criteria[0].reason", equalTo("no_cpv"));
    }

    @Test
    void aDryRunCountsWhatWouldHaveBeenTold() {
        var source = TestTender.newSource();
        for (var title : List.of("School " + word, "Road", "School")) {
            TestChange.note(TestTender.of(source, title).insert(), "published");
        }
        await("the positions").until(() -> TestChange.count("""
                                select count(*) from procurement.tender_changes c join procurement.tenders t
                                  on t.tender_id = c.tender_id where t.source_id = ? and c.position > 0
                                """, source) == 3);

        organization
                .post("viewer", "/api/v1/alerts/preview", """
                        {"criteria": {"keywords": {"any": ["%s"]}, "sources": ["%s"]}, "days": 1}
                        """.formatted(word, source))
                .statusCode(200)
                .body("hit", equalTo(1))
                .body("notices", equalTo(1))
                .body("by_class.published", equalTo(1))
                .body("per_day.size()", equalTo(1))
                .body("turned_away_by.'keywords.any'", equalTo(2))
                .body("samples.hit[0].title", equalTo("School " + word));
    }
}
