package org.quartermaster.catalog.activity;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.quartermaster.platform.Loop;
import org.quartermaster.platform.db.OneReplica;
import org.quartermaster.platform.db.Sql;

/**
 * Adds each committed row of the log to the chain of its tenant; one replica does it, the others stand by. What lacks a
 * link is known by name ({@code activitypending}), so that a row which commits late is never passed over.
 */
@ApplicationScoped
class Chainer {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration COUNT = Duration.ofSeconds(5);
    private static final Duration DRAIN = Duration.ofSeconds(3);

    /** Goes from one tenant to the next by the index, however many rows each of them has. */
    private static final String TENANTS = """
            with recursive waiting as (
              (select tenant_id from catalog.activitypending order by tenant_id limit 1)
              union all
              select (select p.tenant_id from catalog.activitypending p where p.tenant_id > w.tenant_id
                order by p.tenant_id limit 1)
              from waiting w where w.tenant_id is not null)
            select tenant_id from waiting where tenant_id is not null
            """;

    private final OneReplica replica;
    private final AtomicLong unchained;
    private Loop loop;

    @Inject
    Chainer(OneReplica replica, MeterRegistry meters) {
        this.replica = replica;
        this.unchained = meters.gauge("catalog_log_unchained", new AtomicLong());
    }

    void start(@Observes StartupEvent start) {
        loop = Loop.start("activity-chain", LOOK, this::work);
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        loop.stop();
        Loop.join(List.of(loop), DRAIN);
    }

    /** NB: the lock is held for as long as the connection lives; who does not get it tries again. */
    private void work(Loop turns) throws SQLException, InterruptedException {
        replica.run("activity-chain", connection -> chain(turns, connection));
        turns.sleep(LOOK);
    }

    private void chain(Loop turns, Connection connection) throws SQLException {
        var count = Instant.EPOCH;
        while (turns.isRunning()) {
            var added = 0;
            for (var tenant : Sql.query(connection, TENANTS, row -> row.getString(1))) {
                added += TenantChain.extend(connection, tenant);
            }
            turns.well();
            if (count.isBefore(Instant.now())) {
                count(connection);
                count = Instant.now().plus(COUNT);
            }
            if (added == 0) {
                pause(turns);
            }
        }
    }

    private void count(Connection connection) throws SQLException {
        var sql = "select count(*) from catalog.activitypending";
        unchained.set(Sql.query(connection, sql, row -> row.getLong(1)).get(0));
    }

    private static void pause(Loop turns) {
        try {
            turns.sleep(LOOK);
        } catch (InterruptedException ended) {
            turns.stop();
        }
    }
}
