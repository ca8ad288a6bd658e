package org.quartermaster.procurement.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.procurement.ProcurementDatabase;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;

/** Which events are sent first. */
@ProcurementTest
class OutgoingTest {
    private final TestOrganization organization = TestOrganization.create();

    /** NB: nothing is committed, so that nobody else sends these. */
    @Test
    void theOneThatIsDueTheLongestWhateverItsEndpoint() throws SQLException {
        try (var connection = ProcurementDatabase.system()) {
            connection.setAutoCommit(false);
            var later = due(connection, "00000000-0000-4000-8000-000000000000", "1971-01-01");
            var longest = due(connection, "ffffffff-ffff-4fff-8fff-ffffffffffff", "1970-01-01");

            var first = Outgoing.claim(connection, 1, Instant.now());
            var second = Outgoing.claim(connection, 1, Instant.now());

            connection.rollback();
            assertThat(first).extracting(Outgoing::eventId).containsExactly(longest);
            assertThat(second).extracting(Outgoing::eventId).containsExactly(later);
        }
    }

    private String due(Connection connection, String webhook, String at) throws SQLException {
        var id = UUID.fromString(webhook);
        var event = UUID.randomUUID().toString();
        Sql.update(connection, """
                insert into procurement.webhook_endpoints (tenant_id, webhook_id, url, secret_enc, event_types)
                values (?, ?, 'https://example.com', '', '{}')
                """, organization.tenant(), id);
        Sql.update(connection, """
                insert into procurement.webhook_deliveries
                  (tenant_id, webhook_id, event_id, event_type, body, next_attempt_at)
                values (?, ?, ?, 'webhook.test', '{}', cast(? as timestamptz))
                """, organization.tenant(), id, event, at);
        return event;
    }
}
