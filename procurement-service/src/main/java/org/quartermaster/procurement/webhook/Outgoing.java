package org.quartermaster.procurement.webhook;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Sql;

/**
 * An event that is due at an endpoint.
 *
 * @param attempts how many there were before
 * @param previous the sealed secret that signs too, or null
 */
record Outgoing(
        String tenant,
        UUID deliveryId,
        UUID webhookId,
        String url,
        byte[] secret,
        byte[] previous,
        String eventId,
        String eventType,
        String body,
        UUID notificationId,
        int attempts,
        Instant failingSince) {

    /** NB: taken for half a minute; one that is not settled until then was lost with its process and comes again. */
    private static final String CLAIM = """
            with due as (
              select d.delivery_id, d.next_attempt_at,
                row_number() over (partition by d.webhook_id order by d.next_attempt_at) as n
              from procurement.webhook_deliveries d
                join procurement.webhook_endpoints w on w.tenant_id = d.tenant_id and w.webhook_id = d.webhook_id
                  and w.is_active
              where d.state = 'pending' and d.next_attempt_at <= ?
            )
            update procurement.webhook_deliveries d set next_attempt_at = cast(? as timestamptz) + interval '30 seconds'
            from procurement.webhook_endpoints w
            where d.delivery_id in (select delivery_id from due where n <= 4 order by next_attempt_at limit ?)
              and w.tenant_id = d.tenant_id and w.webhook_id = d.webhook_id
            returning d.tenant_id, d.delivery_id, d.webhook_id, w.url, w.secret_enc,
              case when w.previous_until > ? then w.previous_secret_enc end as previous, d.event_id, d.event_type,
              d.body, d.notification_id, d.attempts, w.failing_since
            """;

    /** At most so many, the longest due first, and few of each endpoint, so that a slow one does not hold up the others. */
    static List<Outgoing> claim(Connection connection, int limit, Instant now) throws SQLException {
        var time = Columns.time(now);
        return Sql.query(connection, CLAIM, Outgoing::read, time, time, limit, time);
    }

    private static Outgoing read(ResultSet row) throws SQLException {
        var failing = row.getObject("failing_since", OffsetDateTime.class);
        return new Outgoing(
                row.getString("tenant_id"),
                row.getObject("delivery_id", UUID.class),
                row.getObject("webhook_id", UUID.class),
                row.getString("url"),
                row.getBytes("secret_enc"),
                row.getBytes("previous"),
                row.getString("event_id"),
                row.getString("event_type"),
                row.getString("body"),
                row.getObject("notification_id", UUID.class),
                row.getInt("attempts"),
                failing == null ? null : failing.toInstant());
    }
}
