package org.quartermaster.platform.consumer;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.OptionalInt;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;

/** What has been handled, and how often it was tried. */
@ApplicationScoped
class Inbox {
    private final SystemConnection database;
    private final ConsumerConfig config;

    @Inject
    Inbox(SystemConnection database, ConsumerConfig config) {
        this.database = database;
        this.config = config;
    }

    /**
     * Marks the event as handled in the transaction of its effect; false when it was handled before.
     * NB: of two deliveries at a time, the second waits here for the first, then finds the mark.
     */
    Uni<Boolean> take(UnitOfWork unit, String consumer, String eventId) {
        return unit.run("""
                        insert into platform.inbox (tenant_id, consumer, event_id, handled_at)
                        values ($1, $2, $3, now())
                        on conflict (tenant_id, consumer, event_id) do update set handled_at = now()
                        where inbox.handled_at is null
                        """, unit.caller().tenant(), consumer, eventId).map(done -> done.rowCount() == 1);
    }

    /**
     * Counts an attempt on an event that comes again; empty when it was handled. In a transaction of its own, so that
     * an attempt counts that ended with the process. Blocking.
     */
    OptionalInt attempt(String tenant, String consumer, String eventId) throws SQLException {
        var sql = """
                insert into platform.inbox (tenant_id, consumer, event_id, attempts) values (?, ?, ?, 2)
                on conflict (tenant_id, consumer, event_id) do update set attempts = inbox.attempts + 1
                where inbox.handled_at is null
                returning attempts
                """;
        try (var connection = database.open()) {
            return Sql.query(connection, sql, row -> row.getInt(1), tenant, consumer, eventId).stream()
                    .mapToInt(attempts -> attempts)
                    .findFirst();
        }
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() throws SQLException {
        var sql = "delete from platform.inbox where created_at < now() - make_interval(secs => ?)";
        try (var connection = database.open()) {
            Sql.update(connection, sql, (double) config.inboxRetention().toSeconds());
        }
    }
}
