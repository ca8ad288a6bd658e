package org.quartermaster.procurement.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Words;
import org.quartermaster.procurement.alert.Frequency;
import org.quartermaster.procurement.mail.MailOutbox;
import org.quartermaster.procurement.notice.Deliveries;

/**
 * Makes one digest: its row, what is in it and its mail come in one transaction, so that an item is in one digest and
 * a period has one.
 */
@ApplicationScoped
class DigestWriter {
    private static final String BEGIN = """
            insert into procurement.digests (tenant_id, digest_id, user_id, frequency, period_end, items)
            values ($1, $2, $3, $4, $5, 0) on conflict do nothing returning digest_id
            """;

    private static final String TAKE = """
            with taken as (
              update procurement.notification_deliveries d set digest_id = $5
              from procurement.notifications n
              where d.tenant_id = $1 and d.state = 'in_digest' and d.digest_id is null and d.frequency = $3
                and n.tenant_id = $1 and n.notification_id = d.notification_id and n.user_id = $2 and n.sent_at < $4
              returning d.notification_id
            )
            select %s from procurement.notifications n join taken on taken.notification_id = n.notification_id
            where n.tenant_id = $1 order by n.sent_at, n.notification_id
            """.formatted(Item.COLUMNS);

    /** What was told before and closes soon. */
    private static final String CLOSING = """
            select distinct on (t.closing_date, t.tender_id) m.match_id as notification_id, t.tender_id, t.title,
              cast(null as text) as message, '{}' as payload, t.closing_date
            from procurement.alerts a
              join procurement.alert_matches m on m.tenant_id = a.tenant_id and m.alert_id = a.alert_id
                and m.state <> 'dismissed'
              join procurement.tenders t on t.tender_id = m.tender_id and t.status = 'open' and t.deleted_at is null
                and t.closing_date >= $4 and t.closing_date < $4 + interval '7 days'
            where a.tenant_id = $1 and a.user_id = $2 and a.frequency = $3 and 'email' = any (a.channels)
            order by t.closing_date, t.tender_id limit 500
            """;

    private static final String END =
            "update procurement.digests set items = $3, sent_at = $4 where tenant_id = $1 and digest_id = $2";

    private final Addressee addressee;
    private final MailOutbox outbox;

    @Inject
    DigestWriter(Addressee addressee, MailOutbox outbox) {
        this.addressee = addressee;
        this.outbox = outbox;
    }

    /** Of whom and of what time a digest is. */
    record Period(UUID user, Frequency frequency, Instant end, Instant now) {
        String word() {
            return Words.of(frequency);
        }
    }

    /** How many items it has; none where there is nothing new or the period has its digest. */
    Uni<Integer> write(UnitOfWork unit, Period period) {
        var id = Ids.uuid();
        var tenant = unit.caller().tenant();
        return unit.run(BEGIN, tenant, id, period.user(), period.word(), Columns.time(period.end()))
                .chain(begun -> begun.size() == 0
                        ? Uni.createFrom().item(0)
                        : unit.run(TAKE, tenant, period.user(), period.word(), Columns.time(period.end()), id)
                                .chain(items -> fill(unit, period, id, items(items))));
    }

    private static List<Item> items(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Item::of).toList();
    }

    private Uni<Integer> fill(UnitOfWork unit, Period period, UUID id, List<Item> items) {
        if (items.isEmpty()) {
            return unit.run(
                            "delete from procurement.digests where tenant_id = $1 and digest_id = $2",
                            unit.caller().tenant(),
                            id)
                    .replaceWith(0);
        }
        var scope = new JsonObject().put("frequency", period.word());
        var notices = items.stream().map(Item::notificationId).toList();
        return addressee
                .of(unit, period.user(), scope)
                .chain(to -> to == null
                        ? Deliveries.dead(unit, notices, Deliveries.EMAIL, Addressee.GONE)
                        : queue(unit, period, id, items, to)
                                .chain(() -> Deliveries.handOver(unit, notices, id.toString())))
                .chain(() -> unit.run(END, unit.caller().tenant(), id, items.size(), Columns.time(period.now())))
                .replaceWith(items.size());
    }

    private Uni<Void> queue(UnitOfWork unit, Period period, UUID id, List<Item> items, Mails.Recipient to) {
        return unit.run(CLOSING, unit.caller().tenant(), period.user(), period.word(), Columns.time(period.now()))
                .chain(closing ->
                        outbox.queue(unit, Mails.digest(id.toString(), period.frequency(), items, items(closing), to)));
    }
}
