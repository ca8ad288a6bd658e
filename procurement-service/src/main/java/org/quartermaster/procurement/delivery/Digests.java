package org.quartermaster.procurement.delivery;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.Words;
import org.quartermaster.procurement.alert.Frequency;

/** Sends the digests whose time has come: one for each user and rhythm, each in its own transaction. */
@ApplicationScoped
class Digests {
    private static final int AT_A_TIME = 4;
    private static final String WAITING = """
            select d.tenant_id, n.user_id, d.frequency, coalesce(p.timezone, 'UTC'), coalesce(p.digest_hour, 8),
              min(n.sent_at)
            from procurement.notification_deliveries d
              join procurement.notifications n on n.tenant_id = d.tenant_id and n.notification_id = d.notification_id
              left join procurement.user_preferences p on p.tenant_id = n.tenant_id and p.user_id = n.user_id
            where d.state = 'in_digest' and d.digest_id is null
            group by d.tenant_id, n.user_id, d.frequency, p.timezone, p.digest_hour
            """;

    private final Writes writes;
    private final DigestWriter writer;

    @Inject
    Digests(Writes writes, DigestWriter writer) {
        this.writes = writes;
        this.writer = writer;
    }

    private record Waiting(String tenant, UUID user, Frequency frequency, ZoneId zone, int hour, Instant oldest) {
        static Waiting of(ResultSet row) throws SQLException {
            return new Waiting(
                    row.getString(1),
                    row.getObject(2, UUID.class),
                    Words.find(Frequency.class, row.getString(3)).orElseThrow(),
                    ZoneId.of(row.getString(4)),
                    row.getInt(5),
                    row.getObject(6, OffsetDateTime.class).toInstant());
        }
    }

    private record Due(Waiting waiting, Instant end, Instant now) {}

    /** Those that are due at an instant; gives how many were sent. Blocking. */
    int sendDue(Connection connection, Instant now) throws SQLException {
        return send(waiting(connection).stream()
                .map(each -> new Due(each, DigestPeriod.lastEnd(each.frequency, each.zone, each.hour, now), now))
                .filter(due -> due.waiting.oldest.isBefore(due.end))
                .toList());
    }

    /** All of one rhythm, at once. Blocking. */
    int sendAll(Connection connection, Frequency frequency, Instant now) throws SQLException {
        return send(waiting(connection).stream()
                .filter(each -> each.frequency == frequency)
                .map(each -> new Due(each, now, now))
                .toList());
    }

    private static List<Waiting> waiting(Connection connection) throws SQLException {
        return Sql.query(connection, WAITING, Waiting::of);
    }

    /** NB: several at a time, as each waits for the disk when it commits. */
    private int send(List<Due> all) {
        return Awaiting.result(() -> Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUni(due ->
                        Uni.createFrom().item(() -> send(due)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .merge(AT_A_TIME)
                .collect()
                .with(Collectors.summingInt(sent -> sent)));
    }

    /** NB: what fails for one user does not hold up the others, and is due again at the next turn. */
    private int send(Due due) {
        var each = due.waiting;
        try {
            var period = new DigestWriter.Period(each.user, each.frequency, due.end, due.now);
            var caller = Addressee.caller(each.tenant, each.user);
            int items = Awaiting.result(() -> writes.write(caller, unit -> writer.write(unit, period)));
            return items > 0 ? 1 : 0;
        } catch (RuntimeException failed) {
            Log.errorf(failed, "digest of %s in %s waits", each.user, each.tenant);
            return 0;
        }
    }
}
