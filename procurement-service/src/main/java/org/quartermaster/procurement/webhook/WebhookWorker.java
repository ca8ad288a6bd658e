package org.quartermaster.procurement.webhook;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.quartermaster.platform.Loop;
import org.quartermaster.platform.db.OneReplica;
import org.quartermaster.platform.db.Sql;

/**
 * Gives each event to the endpoints that want it, in the order of the outbox, and sends what is due. One replica does,
 * as long as it lives; the next one goes on from the mark.
 */
@ApplicationScoped
class WebhookWorker {
    private static final String NAME = "procurement.webhooks";
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int BATCH = 500;
    private static final int AT_A_TIME = 32;

    /** NB: what an alert says of its webhook counts beside the types that an endpoint asks for. */
    private static final String FAN_OUT = """
            with mark as (select position from procurement.webhook_mark for update),
            event as (
              select o.position, o.tenant_id, o.event_id, o.entity_id, o.envelope,
                split_part(o.subject, '.', 4) as entity,
                split_part(o.subject, '.', 4) || '.' || split_part(o.subject, '.', 5) as type
              from platform.outbox o, mark where o.position > mark.position order by o.position limit %d
            ),
            queued as (
              insert into procurement.webhook_deliveries
                (tenant_id, webhook_id, event_id, event_type, body, notification_id)
              select w.tenant_id, w.webhook_id, e.event_id, e.type, e.envelope, n.notification_id
              from event e
                join procurement.webhook_endpoints w on w.is_active and e.tenant_id in ('public', w.tenant_id)
                left join procurement.notifications n on n.tenant_id = e.tenant_id and n.notification_id
                  = cast(case when e.type = 'notification.created' then e.entity_id end as uuid)
              where e.type = any (w.event_types) or e.entity || '.*' = any (w.event_types) or exists (
                select from procurement.alerts a where a.tenant_id = w.tenant_id and a.webhook_id = w.webhook_id
                  and a.alert_id = any (n.alert_ids) and 'webhook' = any (a.channels))
              on conflict do nothing
            )
            update procurement.webhook_mark set position = (select max(position) from event)
            where exists (select from event)
            """.formatted(BATCH);

    private final OneReplica one;
    private final Attempt attempts;
    private final AttemptLog log;
    private final Semaphore free = new Semaphore(AT_A_TIME);
    private ExecutorService senders;
    private Loop loop;

    @Inject
    WebhookWorker(OneReplica one, Attempt attempts, AttemptLog log) {
        this.one = one;
        this.attempts = attempts;
        this.log = log;
    }

    void start(@Observes StartupEvent event) {
        senders = Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "webhook-sender");
            thread.setDaemon(true);
            return thread;
        });
        loop = Loop.start("webhooks", LOOK, this::takeTurn);
    }

    void stop(@Observes ShutdownDelayInitiatedEvent shutdown) {
        loop.stop();
        senders.shutdown();
    }

    private void takeTurn(Loop turns) throws SQLException, InterruptedException {
        one.run(NAME, connection -> workAlone(turns, connection));
        turns.sleep(LOOK);
    }

    private void workAlone(Loop turns, Connection connection) throws SQLException {
        try {
            while (turns.isRunning()) {
                Sql.update(connection, FAN_OUT);
                send(connection);
                turns.well();
                turns.sleep(LOOK);
            }
        } catch (InterruptedException ending) {
            turns.stop();
        }
    }

    private void send(Connection connection) throws SQLException {
        var room = free.availablePermits();
        if (room == 0) {
            return;
        }
        for (var out : Outgoing.claim(connection, room)) {
            free.acquireUninterruptibly();
            senders.execute(() -> send(out));
        }
    }

    private void send(Outgoing out) {
        try {
            log.keep(out, attempts.make(out));
        } catch (RuntimeException failed) {
            Log.errorf(failed, "event %s for webhook %s waits", out.eventId(), out.webhookId());
        } finally {
            free.release();
        }
    }
}
