package org.quartermaster.procurement.delivery;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.OneReplica;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.notice.Deliveries;

/** Ends the deliveries whose mail has left or was given up. */
@ApplicationScoped
class MailOutcomes {
    /** NB: the outbox of mails deletes what it has sent, and keeps what it gave up. */
    private static final String SETTLED = """
            select d.tenant_id, d.notification_id, o.mail_id is not null, o.last_error
            from procurement.notification_deliveries d
              left join procurement.mail_outbox o on o.message_id = d.mail_id
            where d.mail_id is not null and d.state in ('pending', 'in_digest')
              and (o.mail_id is null or o.state = 'dead')
            limit 1000
            """;

    private final OneReplica replica;
    private final Writes writes;

    @Inject
    MailOutcomes(OneReplica replica, Writes writes) {
        this.replica = replica;
        this.writes = writes;
    }

    /** What came of the mail of a notice; the error is that of the last attempt. */
    private record Outcome(String tenant, UUID notice, boolean isDead, String error) {
        static Outcome of(ResultSet row) throws SQLException {
            return new Outcome(
                    row.getString(1),
                    row.getObject(2, UUID.class),
                    row.getBoolean(3),
                    String.valueOf(row.getString(4)));
        }
    }

    @Scheduled(every = "2s", delayed = "3s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void settle() throws SQLException {
        replica.run("procurement.mail_outcomes", this::settle);
    }

    private void settle(Connection connection) throws SQLException {
        Sql.query(connection, SETTLED, Outcome::of).stream()
                .collect(Collectors.groupingBy(Outcome::tenant))
                .forEach((tenant, outcomes) ->
                        Awaiting.result(() -> writes.write(Caller.system(tenant), unit -> end(unit, outcomes))));
    }

    private static Uni<Void> end(UnitOfWork unit, List<Outcome> outcomes) {
        var dead = outcomes.stream()
                .filter(Outcome::isDead)
                .collect(Collectors.groupingBy(
                        Outcome::error, Collectors.mapping(Outcome::notice, Collectors.toList())));
        var sent = outcomes.stream()
                .filter(outcome -> !outcome.isDead)
                .map(Outcome::notice)
                .toList();
        return Deliveries.sent(unit, sent, Deliveries.EMAIL)
                .chain(() -> InTurn.each(
                        dead.entrySet(),
                        same -> Deliveries.dead(unit, same.getValue(), Deliveries.EMAIL, same.getKey())));
    }
}
