package org.quartermaster.procurement.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.quartermaster.platform.testing.Eventually.await;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestChange;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestRows;
import org.quartermaster.procurement.TestTender;
import org.quartermaster.procurement.config.SystemConfig;

/** What becomes of an event whose receiver fails, by a clock that the tests move. */
@ProcurementTest
class WebhookRetryTest {
    private final TestOrganization organization = TestOrganization.create();
    private TestReceiver receiver;
    private String webhook;
    private String secret;

    @Inject
    SystemConfig config;

    @Inject
    WebhookWorker worker;

    @BeforeEach
    void listen() {
        receiver = TestReceiver.of(organization, config);
        var made = receiver.register("alert.matched").extract();
        webhook = made.path("webhook_id");
        secret = made.path("secret");
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    private String path() {
        return "/api/v1/webhooks/" + webhook;
    }

    private String send() {
        return organization
                .post("admin", path() + "/test", "")
                .statusCode(202)
                .extract()
                .path("event_id");
    }

    private long attempts(String event) {
        return TestChange.count("select count(*) from procurement.webhook_attempts where event_id = ?", event);
    }

    private void awaitAttempts(String event, int count) {
        await("attempt " + count).until(() -> attempts(event) == count);
    }

    /** Lets the service believe that it is later, until what is due by then, of other tests too, has had its turn. */
    private void turnTo(Instant time, String alias, Callable<Boolean> done) {
        await(alias).until(() -> {
            TestTender.run(connection -> worker.send(connection, time));
            return done.call();
        });
    }

    /** What came at a time of the moved clock. */
    private TestReceiver.Received turnAndAwait(Instant time) {
        var seconds = Long.toString(time.getEpochSecond());
        turnTo(time, "an event of " + time, () -> receiver.received().stream()
                .anyMatch(got -> got.time().equals(seconds)));
        return receiver.received().stream()
                .filter(got -> got.time().equals(seconds))
                .findFirst()
                .orElseThrow();
    }

    private static Instant time(String sql, Object... parameters) {
        return Instant.parse(TestRows.texts(
                        "select to_char((" + sql + ") at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')",
                        parameters)
                .get(0));
    }

    private static Instant last(String event) {
        return time("select max(at) from procurement.webhook_attempts where event_id = ?", event);
    }

    private static Instant next(String event) {
        return time("select next_attempt_at from procurement.webhook_deliveries where event_id = ?", event);
    }

    private static String state(String event) {
        return TestRows.texts("select state from procurement.webhook_deliveries where event_id = ?", event)
                .get(0);
    }

    @Test
    void afterNineFailuresWithTheSameIdAndGrowingPausesAnEventIsGivenUp() {
        receiver.answers(500);
        var event = send();
        awaitAttempts(event, 1);
        var pauses = new ArrayList<Duration>();

        for (var attempt = 2; attempt <= 9; attempt++) {
            pauses.add(Duration.between(last(event), next(event)));
            var count = attempt;
            turnTo(next(event), "attempt " + count, () -> attempts(event) == count);
        }

        assertThat(pauses)
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(5),
                        Duration.ofHours(10),
                        Duration.ofHours(14),
                        Duration.ofHours(20));
        assertThat(state(event)).isEqualTo("dead");
        assertThat(receiver.received())
                .hasSize(9)
                .extracting(TestReceiver.Received::id)
                .containsOnly(event);
    }

    @Test
    void aRedirectIsAFailureAndNotFollowed() {
        receiver.answers(302);
        var event = send();
        awaitAttempts(event, 1);

        assertThat(TestRows.texts("select status_code from procurement.webhook_attempts where event_id = ?", event))
                .containsExactly("302");
        assertThat(receiver.received()).hasSize(1);
        assertThat(state(event)).isEqualTo("pending");
    }

    @Test
    void aReceiverThatWasDownForAnHourGetsEverythingWithTheSameIds() {
        receiver.answers(503);
        var events = List.of(send(), send(), send());
        events.forEach(event -> awaitAttempts(event, 1));

        var failed = receiver.received().size();
        receiver.answers(204);
        turnTo(Instant.now().plus(Duration.ofHours(1)), "all events", () -> events.stream()
                .allMatch(event -> state(event).equals("sent")));

        assertThat(receiver.received().subList(failed, receiver.received().size()))
                .extracting(TestReceiver.Received::id)
                .containsAll(events);
        organization.as("admin").get(path()).then().body("failing_since", nullValue());
    }

    @Test
    void afterFiveDaysOfFailureTheEndpointIsDisabledAndItsAdministratorsAreTold() {
        receiver.answers(500);
        var event = send();
        awaitAttempts(event, 1);
        var begun = last(event);

        turnAndAwait(begun.plus(Duration.ofDays(5)).minusSeconds(60));
        await("the second attempt").until(() -> attempts(event) >= 2);
        organization.as("admin").get(path()).then().body("is_active", equalTo(true));
        turnAndAwait(begun.plus(Duration.ofDays(5)).plus(Duration.ofHours(6)));

        await("the end").until(() -> !organization.as("admin").get(path()).<Boolean>path("is_active"));
        organization.as("admin").get(path()).then().body("disabled_reason", equalTo("failing"));
        organization
                .as("admin")
                .get("/api/v1/notifications")
                .then()
                .body("items[0].title", equalTo("Webhook disabled"));
        organization.as("manager").get("/api/v1/notifications").then().body("items.size()", equalTo(0));
    }

    @Test
    void aDayAfterTheRotationTheNewSecretSignsAlone() throws Exception {
        String other = organization
                .post("admin", path() + "/rotate", "")
                .statusCode(200)
                .extract()
                .path("secret");
        var until = time(
                "select previous_until from procurement.webhook_endpoints where webhook_id = ?",
                UUID.fromString(webhook));
        receiver.answers(500);
        var event = send();
        awaitAttempts(event, 1);

        var before = turnAndAwait(until.minusSeconds(1));
        await("the second attempt").until(() -> attempts(event) >= 2);
        var after = turnAndAwait(until.plus(Duration.ofHours(6)));

        assertThat(before.signature()).isEqualTo(before.signedBy(other) + " " + before.signedBy(secret));
        assertThat(after.signature()).isEqualTo(after.signedBy(other));
    }

    private String alert(String word) {
        return organization
                .post("admin", "/api/v1/alerts", """
                        {"name": "A", "criteria": {"keywords": {"any": ["%s"]}}, "channels": ["in_app", "webhook"],
                         "webhook_id": "%s"}
                        """.formatted(word, webhook))
                .statusCode(201)
                .extract()
                .path("alert_id");
    }

    private void match(String word) {
        alert(word);
        TestChange.note(TestTender.of(TestTender.newSource(), word).insert(), "published");
    }

    private void awaitDelivery(String state) {
        await("a delivery that is " + state).untilAsserted(() -> organization
                .as("admin")
                .get("/api/v1/notifications?type=alert_match")
                .then()
                .body("items.deliveries", hasItem(List.of(Map.of("channel", "webhook", "state", state)))));
    }

    private List<String> reasons() {
        return TestRows.texts(
                "select last_error from procurement.notification_deliveries where tenant_id = ?",
                organization.tenant());
    }

    @Test
    void aNoticeForAWebhookThatRestsIsDeadAndSaysWhy() {
        TestRows.update(
                "update procurement.webhook_endpoints set is_active = false where webhook_id = ?",
                UUID.fromString(webhook));

        match("rests" + Ids.uuid().toString().replace("-", ""));

        awaitDelivery("dead");
        assertThat(reasons()).containsExactly("no_webhook");
        assertThat(TestRows.texts(
                        "select split_part(subject, '.', 5) from platform.outbox where tenant_id = ? and entity = 'notification' order by seq",
                        organization.tenant()))
                .containsExactly("created", "failed");
    }

    @Test
    void aNoticeThatWaitsForAWebhookEndsWithIt() {
        receiver.answers(500);
        match("ends" + Ids.uuid().toString().replace("-", ""));
        awaitDelivery("pending");
        await("an attempt").until(() -> !receiver.received().isEmpty());

        organization.as("admin").delete(path()).then().statusCode(204);

        awaitDelivery("dead");
        assertThat(reasons()).containsExactly("webhook_deleted");
        organization
                .as("admin")
                .get("/api/v1/alerts")
                .then()
                .body("items.channels", contains(List.of("in_app")))
                .body("items.webhook_id", contains(nullValue()));
    }

    @Test
    void aNoticeIsSentOnceItsWebhookHasIt() {
        match("sent" + Ids.uuid().toString().replace("-", ""));

        awaitDelivery("sent");
        assertThat(receiver.received()).hasSizeGreaterThanOrEqualTo(1);
    }
}
