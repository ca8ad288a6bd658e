package org.quartermaster.procurement.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.quartermaster.platform.testing.Eventually.await;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.OneReplica;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestChange;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestRows;
import org.quartermaster.procurement.TestTender;
import org.quartermaster.procurement.usage.UsageCounts;

/** What becomes of mails that cannot be sent at once, by a clock that the tests move. */
@ProcurementTest
class MailOutboxTest {
    private static final Duration LONG = Duration.ofDays(1);

    private final TestOrganization organization = TestOrganization.create();

    @TempDir
    Path folder;

    @Inject
    MailOutbox outbox;

    @Inject
    UsageCounts usage;

    @Inject
    OneReplica replica;

    private static int waiting(String id) {
        return TestRows.texts("select mail_id from procurement.mail_outbox where message_id = ?", id)
                .size();
    }

    @Test
    void aMailWhoseServerDiesInTheMiddleComesAgainWithTheSameMessageId() throws Exception {
        var id = "crash-" + Ids.random(12);
        var later = Instant.now().plus(LONG);
        TestRows.update("""
                insert into procurement.mail_outbox
                  (message_id, recipient, subject, body_text, headers, attachments, next_attempt_at)
                values (?, 'ana@example.com', 'One', 'Text', '{}', '{}', ?)
                """, id, Columns.time(later));
        try (var server = new FakeSmtp(id)) {
            var config = new TestMailConfig(server.url(), folder);
            var crashing = new MailOutbox(new MailSender(config, new MailFiles(config)), config, usage, replica);

            TestTender.run(connection -> crashing.send(connection, later));
            assertThat(waiting(id)).isEqualTo(1);
            TestTender.run(connection -> crashing.send(connection, later.plusSeconds(5)));

            assertThat(waiting(id)).isZero();
            assertThat(server.mails().stream().filter(mail -> mail.contains("Message-ID: <" + id + "@example.com>")))
                    .hasSize(2);
        }
    }

    @Test
    void aMailThatIsGivenUpIsSeenAtItsNotice() {
        TestRows.update(
                "update procurement.users set email = 'nobody@@nowhere' where user_id = ?",
                organization.user("viewer"));
        var word = "given" + Ids.uuid().toString().replace("-", "");
        organization.post("viewer", "/api/v1/alerts", """
                {"name": "A", "criteria": {"keywords": {"any": ["%s"]}}, "channels": ["in_app", "email"],
                 "frequency": "instant"}
                """.formatted(word)).statusCode(201);

        TestChange.note(TestTender.of(TestTender.newSource(), word).insert(), "published");
        awaitDelivery("pending");
        var notice = organization.as("viewer").get("/api/v1/notifications").<String>path("items[0].notification_id");
        await("the mail").until(() -> waiting(notice) == 1);
        for (var hour = 1; hour <= 10; hour++) {
            var time = Instant.now().plus(Duration.ofHours(2L * hour));
            TestTender.run(connection -> outbox.send(connection, time));
        }

        awaitDelivery("dead");
        assertThat(TestRows.texts(
                        "select last_error from procurement.notification_deliveries where notification_id = ?",
                        UUID.fromString(notice)))
                .allSatisfy(error -> assertThat(error).contains("AddressException"));
        assertThat(TestRows.verbs("notification", notice)).containsExactly("created", "failed");
    }

    @Test
    void aMailThatHasLeftIsSentAtItsNotice() {
        var word = "left" + Ids.uuid().toString().replace("-", "");
        organization.post("viewer", "/api/v1/alerts", """
                {"name": "A", "criteria": {"keywords": {"any": ["%s"]}}, "channels": ["in_app", "email"],
                 "frequency": "instant"}
                """.formatted(word)).statusCode(201);

        TestChange.note(TestTender.of(TestTender.newSource(), word).insert(), "published");

        awaitDelivery("sent");
    }

    private void awaitDelivery(String state) {
        await("a delivery that is " + state).untilAsserted(() -> organization
                .as("viewer")
                .get("/api/v1/notifications?type=alert_match")
                .then()
                .body("items.size()", equalTo(1))
                .body("items.deliveries", hasItem(List.of(Map.of("channel", "email", "state", state)))));
    }
}
