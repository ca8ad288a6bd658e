package org.quartermaster.procurement.delivery;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.OneReplica;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.procurement.mail.MailOutbox;
import org.quartermaster.procurement.notice.Deliveries;

/** Hands the mails of notices that are told at once to the outbox of mails, which tries them until they are gone. */
@ApplicationScoped
class InstantMails {
    private static final String DUE = """
            select d.tenant_id, d.notification_id, n.user_id
            from procurement.notification_deliveries d
              join procurement.notifications n on n.tenant_id = d.tenant_id and n.notification_id = d.notification_id
            where d.state = 'pending' and d.channel = 'email' and d.mail_id is null and d.next_attempt_at <= now()
            order by d.next_attempt_at limit 500
            """;
    private static final String LATER = """
            update procurement.notification_deliveries
            set attempts = attempts + 1, next_attempt_at = now() + interval '30 seconds', last_error = ?
            where tenant_id = ? and notification_id = ? and channel = 'email'
            """;
    private static final String TAKE = "select " + Item.COLUMNS + """
             from procurement.notification_deliveries d
              join procurement.notifications n on n.tenant_id = d.tenant_id and n.notification_id = d.notification_id
            where d.tenant_id = $1 and d.notification_id = $2 and d.channel = 'email' and d.state = 'pending'
              and d.mail_id is null
            for update of d
            """;

    private final OneReplica replica;
    private final Writes writes;
    private final Addressee addressee;
    private final MailOutbox outbox;

    @Inject
    InstantMails(OneReplica replica, Writes writes, Addressee addressee, MailOutbox outbox) {
        this.replica = replica;
        this.writes = writes;
        this.addressee = addressee;
        this.outbox = outbox;
    }

    private record Due(String tenant, UUID notice, UUID user) {
        static Due of(ResultSet row) throws SQLException {
            return new Due(row.getString(1), row.getObject(2, UUID.class), row.getObject(3, UUID.class));
        }
    }

    @Scheduled(every = "2s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void send() throws SQLException {
        replica.run("procurement.instant_mails", this::sendAll);
    }

    private void sendAll(Connection connection) throws SQLException {
        for (var due : Sql.query(connection, DUE, Due::of)) {
            try {
                Awaiting.result(() ->
                        writes.write(Addressee.caller(due.tenant, due.user), unit -> send(unit, due.user, due.notice)));
            } catch (RuntimeException failed) {
                Log.warnf(failed, "mail of notice %s waits", due.notice);
                Sql.update(connection, LATER, String.valueOf(failed.getMessage()), due.tenant, due.notice);
            }
        }
    }

    private Uni<Void> send(UnitOfWork unit, UUID user, UUID notice) {
        return unit.run(TAKE, unit.caller().tenant(), notice)
                .chain(found -> found.size() == 0
                        ? Uni.createFrom().voidItem()
                        : send(unit, user, found.iterator().next()));
    }

    private Uni<Void> send(UnitOfWork unit, UUID user, Row row) {
        var item = Item.of(row);
        var notice = item.notificationId();
        var alerts = new JsonArray();
        for (var alert : row.getArrayOfUUIDs("alert_ids")) {
            alerts.add(alert.toString());
        }
        return addressee
                .of(unit, user, new JsonObject().put("alerts", alerts))
                .chain(to -> to == null
                        ? Deliveries.dead(unit, List.of(notice), Deliveries.EMAIL, Addressee.GONE)
                        : outbox.queue(unit, Mails.instant(item, to))
                                .chain(() -> Deliveries.handOver(unit, List.of(notice), notice.toString())));
    }
}
