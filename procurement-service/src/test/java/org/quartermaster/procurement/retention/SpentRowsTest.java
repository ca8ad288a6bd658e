package org.quartermaster.procurement.retention;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.platform.security.Sha256;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestRows;

/** What is forgotten when its time is over, and what is not. */
@ProcurementTest
class SpentRowsTest {
    private final TestOrganization organization = TestOrganization.create();

    @Inject
    SpentRows spent;

    private String hash(String name) {
        return Sha256.hex(organization.tenant() + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "address", "registration", "reset", "checkout"})
    void countsOfFailuresAreForgottenADayAfterTheyEndedUnlessTheyLock(String kind) throws SQLException {
        attempt(kind, "old", "3 days", null);
        attempt(kind, "locked", "3 days", "1 hour");
        attempt(kind, "new", "1 hour", null);

        spent.forget();

        assertThat(List.of("old", "locked", "new"))
                .filteredOn(name -> !TestRows.texts(
                                "select 1 from procurement.login_attempts where kind = ? and subject_hash = ?",
                                kind,
                                bytes(name))
                        .isEmpty())
                .containsExactly("locked", "new");
    }

    private void attempt(String kind, String name, String age, String lock) {
        TestRows.update("""
                insert into procurement.login_attempts (kind, subject_hash, failures, window_started_at, locked_until)
                values (?, ?, 5, now() - cast(? as interval), now() + cast(? as interval))
                """, kind, bytes(name), age, lock);
    }

    private byte[] bytes(String name) {
        return hash(name).getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void aSessionIsForgottenAMonthAfterItsEndAndOneThatGoesOnKeepsEachOfItsTokens() throws SQLException {
        refreshToken("over", "-40 days", "-31 days");
        refreshToken("spent of a session that goes on", "-40 days", "5 days");
        refreshToken("over of late", "-20 days", "-10 days");

        spent.forget();

        assertThat(TestRows.texts(
                        "select token from procurement.refresh_tokens where tenant_id = ?", organization.tenant()))
                .containsExactlyInAnyOrder(hash("spent of a session that goes on"), hash("over of late"));
    }

    private void refreshToken(String name, String end, String familyEnd) {
        TestRows.update("""
                insert into procurement.refresh_tokens
                  (user_id, tenant_id, family_id, token, expires_at, family_expires_at)
                values (?, ?, gen_random_uuid(), ?, now() + cast(? as interval), now() + cast(? as interval))
                """, organization.user("viewer"), organization.tenant(), hash(name), end, familyEnd);
    }

    @Test
    void aMailedCodeIsForgottenAMonthAfterItRanOut() throws SQLException {
        mailed("old", "-31 days");
        mailed("good", "300 days");

        spent.forget();

        assertThat(TestRows.texts(
                        "select token_hash from procurement.user_tokens where user_id = ?",
                        organization.user("viewer")))
                .containsExactly(hash("good"));
    }

    private void mailed(String name, String end) {
        TestRows.update("""
                insert into procurement.user_tokens (token_hash, user_id, purpose, payload, expires_at)
                values (?, ?, 'unsubscribe', '{}', now() + cast(? as interval))
                """, hash(name), organization.user("viewer"), end);
    }

    @Test
    void whatWentToAWebhookIsForgottenAfterAMonthAndWhatWaitsForOneThatWorksIsNot() throws SQLException {
        var working = webhook(true);
        var off = webhook(false);
        delivery(working, "sent", "31 days");
        delivery(working, "dead", "31 days");
        delivery(working, "sent", "29 days");
        delivery(working, "pending", "31 days");
        delivery(off, "pending", "31 days");
        delivery(off, "pending", "29 days");
        attempt(working, "31 days");
        attempt(working, "29 days");

        spent.forget();

        assertThat(TestRows.texts("""
                select case w.is_active when true then 'working ' else 'off ' end || d.state
                from procurement.webhook_deliveries d join procurement.webhook_endpoints w using (tenant_id, webhook_id)
                where d.tenant_id = ?
                """, organization.tenant()))
                .containsExactlyInAnyOrder("working sent", "working pending", "off pending");
        assertThat(TestRows.texts(
                        "select attempt_id from procurement.webhook_attempts where tenant_id = ?",
                        organization.tenant()))
                .hasSize(1);
    }

    private UUID webhook(boolean isActive) {
        var id = UUID.randomUUID();
        TestRows.update("""
                insert into procurement.webhook_endpoints (tenant_id, webhook_id, url, secret_enc, event_types, is_active)
                values (?, ?, 'https://example.com', '', '{}', ?)
                """, organization.tenant(), id, isActive);
        return id;
    }

    /** NB: what waits is due in a year, so that nobody sends it. */
    private void delivery(UUID webhook, String state, String age) {
        TestRows.update("""
                insert into procurement.webhook_deliveries
                  (tenant_id, webhook_id, event_id, event_type, body, state, next_attempt_at, updated_at)
                values (?, ?, ?, 'webhook.test', '{}', ?, now() + interval '1 year', now() - cast(? as interval))
                """, organization.tenant(), webhook, UUID.randomUUID().toString(), state, age);
    }

    private void attempt(UUID webhook, String age) {
        TestRows.update("""
                insert into procurement.webhook_attempts (tenant_id, webhook_id, event_id, attempt, duration_ms, at)
                values (?, ?, 'e', 1, 1, now() - cast(? as interval))
                """, organization.tenant(), webhook, age);
    }
}
