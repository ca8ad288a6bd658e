package org.quartermaster.procurement.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.quartermaster.platform.testing.Eventually.await;

import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestChange;
import org.quartermaster.procurement.TestMailbox;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestRows;
import org.quartermaster.procurement.TestTender;

/** Digests by a clock that the tests move; always ahead, so that the service itself has nothing due. */
@ProcurementTest
class DigestsTest {
    private static final ZoneId SKOPJE = ZoneId.of("Europe/Skopje");
    private static final int HOUR = 8;

    private final TestOrganization organization = TestOrganization.create();
    private final TestMailbox mailbox = new TestMailbox(organization.email("viewer"));

    @Inject
    Digests digests;

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(SKOPJE).toInstant();
    }

    private void liveInSkopje() {
        TestRows.update("""
                insert into procurement.user_preferences (tenant_id, user_id, timezone, digest_hour)
                values (?, ?, 'Europe/Skopje', ?)
                """, organization.tenant(), organization.user("viewer"), HOUR);
    }

    /** Notices that wait for a digest. */
    private void tell(String frequency, Instant at, int count) {
        var tender = TestTender.of(TestTender.newSource(), "A tender").insert();
        TestRows.update(
                """
                with told as (
                  insert into procurement.notifications
                    (tenant_id, user_id, type, title, payload, dedupe_key, tender_id, sent_at)
                  select ?, ?, 'alert_match', 'Item ' || n || '.', '{"change_classes": ["published"]}', gen_random_uuid(),
                    ?, cast(? as timestamptz) from generate_series(1, ?) n returning *
                )
                insert into procurement.notification_deliveries (tenant_id, notification_id, channel, state, frequency)
                select tenant_id, notification_id, 'email', 'in_digest', ? from told
                """, organization.tenant(), organization.user("viewer"), tender, Columns.time(at), count, frequency);
    }

    private void turnTo(Instant time) {
        TestTender.run(connection -> digests.sendDue(connection, time));
    }

    private List<String> ends() {
        return TestRows.texts("""
                select to_char(period_end at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ' ' || items
                from procurement.digests where tenant_id = ? order by period_end
                """, organization.tenant());
    }

    /** The next two changes of the clock: one makes a day of 23 hours, the other one of 25. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aDigestComesAtTheHourOfTheUsersClockOnTheDayThatItChanges(int further) {
        var change = SKOPJE.getRules().nextTransition(Instant.now().plus(Duration.ofDays(3)));
        if (further == 1) {
            change = SKOPJE.getRules().nextTransition(change.getInstant());
        }
        var day = change.getInstant().atZone(SKOPJE).toLocalDate();
        var before = at(day.minusDays(1), HOUR);
        var then = at(day, HOUR);
        var after = at(day.plusDays(1), HOUR);
        liveInSkopje();
        tell("daily", before.minusSeconds(60), 1);
        tell("daily", before.plusSeconds(60), 2);
        tell("daily", then.plusSeconds(60), 3);

        for (var time : List.of(before, then, after)) {
            turnTo(time.minusSeconds(1));
            turnTo(time);
            turnTo(time.plusSeconds(60));
        }

        assertThat(Duration.between(before, then)).isNotEqualTo(Duration.between(then, after));
        assertThat(ends()).containsExactly(before + " 1", then + " 2", after + " 3");
    }

    @Test
    void aWeeklyDigestComesOnMonday() {
        var monday = LocalDate.now(SKOPJE).plusDays(3).with(TemporalAdjusters.next(java.time.DayOfWeek.MONDAY));
        liveInSkopje();
        tell("weekly", at(monday.minusDays(3), 12), 2);

        turnTo(at(monday.minusDays(1), 23));
        assertThat(ends()).isEmpty();
        turnTo(at(monday, HOUR));

        assertThat(ends()).containsExactly(at(monday, HOUR) + " 2");
    }

    @Test
    void eachItemIsInOneDigestAndWithoutAnItemThereIsNone() {
        var day = LocalDate.now(SKOPJE).plusDays(3);
        liveInSkopje();
        tell("daily", at(day, 7), 501);

        turnTo(at(day, HOUR));
        turnTo(at(day.plusDays(1), HOUR));
        turnTo(at(day.plusDays(2), HOUR));

        assertThat(ends()).containsExactly(at(day, HOUR) + " 501");
        var mail = mailbox.newestOf(1);
        assertThat(mail.get("subject")).isEqualTo("Today: 501 tenders");
        assertThat(mail.get("attachments")).isEqualTo(List.of("tenders.csv"));
        await("the end of the deliveries").untilAsserted(() -> assertThat(TestRows.texts(
                        "select distinct state from procurement.notification_deliveries where tenant_id = ?",
                        organization.tenant()))
                .containsExactly("sent"));
        assertThat(mailbox.mails()).hasSize(1);
    }

    @Test
    void theOperatorSendsWhatWaitsAtOnce() {
        var operator = TestOrganization.operator();
        tell("daily", Instant.now().minusSeconds(5), 1);
        tell("weekly", Instant.now().minusSeconds(5), 1);

        operator.post("admin", "/api/v1/admin/digests/run", "{\"frequency\": \"weekly\"}")
                .statusCode(202);

        assertThat(mailbox.newestOf(1).get("subject")).isEqualTo("This week: 1 tenders");
        organization
                .post("admin", "/api/v1/admin/digests/run", "{\"frequency\": \"weekly\"}")
                .statusCode(403);
        operator.post("admin", "/api/v1/admin/digests/run", "{\"frequency\": \"instant\"}")
                .statusCode(422);
    }

    @Test
    void whoLeavesTheDailyMailsGetsNoMoreOfThemAndKeepsHisAlerts() {
        var day = LocalDate.now(SKOPJE).plusDays(3);
        liveInSkopje();
        var alert = organization
                .post("viewer", "/api/v1/alerts", """
                        {"name": "A", "criteria": {"keywords": {"any": ["%s"]}}, "channels": ["in_app", "email"]}
                        """.formatted("left" + Ids.random(12)))
                .statusCode(201)
                .extract()
                .<String>path("alert_id");
        tell("daily", at(day, 7), 1);
        turnTo(at(day, HOUR));
        tell("daily", at(day, 9), 1);
        var text = (String) mailbox.newestOf(1).get("text");
        var code = text.substring(text.indexOf("?code=") + "?code=".length()).strip();

        given().contentType(ContentType.URLENC)
                .body("List-Unsubscribe=One-Click")
                .post("/api/v1/alerts/unsubscribe?code=" + code)
                .then()
                .statusCode(204);

        turnTo(at(day.plusDays(1), HOUR));
        assertThat(ends()).containsExactly(at(day, HOUR) + " 1");
        organization.as("viewer").get("/api/v1/alerts/" + alert).then().body("channels", equalTo(List.of("in_app")));
    }

    @Test
    void aWrongCodeIsRefusedWhateverIsWrongWithIt() {
        given().post("/api/v1/alerts/unsubscribe?code=nobodys").then().statusCode(422);
        given().post("/api/v1/alerts/unsubscribe").then().statusCode(422);
        given().post("/api/v1/alerts/unsubscribe?code=a&token=b").then().statusCode(400);
        given().get("/api/v1/alerts/unsubscribe?code=a").then().statusCode(405);
    }

    @Test
    void theTenderOfAMailThatClosesSoonIsNamedAgain() {
        var day = LocalDate.now(SKOPJE).plusDays(3);
        liveInSkopje();
        var word = "soon" + Ids.uuid().toString().replace("-", "");
        organization.post("viewer", "/api/v1/alerts", """
                {"name": "A", "criteria": {"keywords": {"any": ["%s"]}}, "channels": ["email"]}
                """.formatted(word)).statusCode(201);
        TestChange.note(
                TestTender.of(TestTender.newSource(), word)
                        .closing(at(day, HOUR).plus(Duration.ofDays(6)))
                        .insert(),
                "published");
        await("a match")
                .until(() -> TestChange.count(
                                "select count(*) from procurement.alert_matches where tenant_id = ?",
                                organization.tenant())
                        == 1);
        tell("daily", at(day, 7), 1);

        turnTo(at(day, HOUR));

        assertThat((String) mailbox.newestOf(1).get("text"))
                .containsSubsequence("New\n", "Closing within seven days\n", word);
    }
}
