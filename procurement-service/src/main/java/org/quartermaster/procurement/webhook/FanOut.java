package org.quartermaster.procurement.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.notice.Deliveries;

/** Queues each event for the endpoints that want it, in the order of the outbox. */
@ApplicationScoped
class FanOut {
    private static final int BATCH = 500;

    /**
     * NB: what an alert says of its webhook counts beside the types that an endpoint asks for. A notice that was to go
     * to a webhook, and that no endpoint takes, ends here.
     */
    private static final String SQL = """
            with mark as (select position from procurement.webhook_mark for update),
            event as (
              select o.position, o.tenant_id, o.event_id, o.envelope, split_part(o.subject, '.', 4) as entity,
                split_part(o.subject, '.', 4) || '.' || split_part(o.subject, '.', 5) as type,
                cast(case when o.entity = 'notification' then o.entity_id end as uuid) as notice
              from platform.outbox o, mark where o.position > mark.position order by o.position limit %d
            ),
            wanted as (
              select w.tenant_id, w.webhook_id, e.event_id, e.type, e.envelope, n.notification_id
              from event e
                join procurement.webhook_endpoints w on w.is_active and e.tenant_id in ('public', w.tenant_id)
                left join procurement.notifications n on n.tenant_id = e.tenant_id and n.notification_id = e.notice
                  and e.type = 'notification.created'
              where e.type = any (w.event_types) or e.entity || '.*' = any (w.event_types) or exists (
                select from procurement.alerts a where a.tenant_id = w.tenant_id and a.webhook_id = w.webhook_id
                  and a.alert_id = any (n.alert_ids) and 'webhook' = any (a.channels))
            ),
            queued as (
              insert into procurement.webhook_deliveries
                (tenant_id, webhook_id, event_id, event_type, body, notification_id)
              select * from wanted on conflict do nothing
            ),
            unwanted as (
              update procurement.notification_deliveries d set state = 'failed' from event e
              where e.type = 'notification.created' and d.tenant_id = e.tenant_id and d.notification_id = e.notice
                and d.channel = 'webhook' and d.state = 'pending' and not exists (select from wanted w where w.notification_id = e.notice)
            )
            update procurement.webhook_mark set position = (select max(position) from event)
            where exists (select from event)
            """.formatted(BATCH);

    private static final String UNWANTED = """
            select tenant_id, notification_id from procurement.notification_deliveries
            where state = 'failed' and channel = 'webhook' limit 500
            """;

    private final Writes writes;

    @Inject
    FanOut(Writes writes) {
        this.writes = writes;
    }

    private record Unwanted(String tenant, UUID notice) {}

    /** A batch of events; blocking. */
    void run(Connection connection) throws SQLException {
        Sql.update(connection, SQL);
        Sql.query(connection, UNWANTED, row -> new Unwanted(row.getString(1), row.getObject(2, UUID.class))).stream()
                .collect(Collectors.groupingBy(
                        Unwanted::tenant, Collectors.mapping(Unwanted::notice, Collectors.toList())))
                .forEach(this::end);
    }

    private void end(String tenant, List<UUID> notices) {
        Awaiting.result(() -> writes.write(
                Caller.system(tenant), unit -> Deliveries.dead(unit, notices, Deliveries.WEBHOOK, "no_webhook")));
    }
}
