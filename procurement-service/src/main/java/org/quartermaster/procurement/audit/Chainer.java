package org.quartermaster.procurement.audit;

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
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.quartermaster.platform.Loop;
import org.quartermaster.platform.chain.ChainLink;
import org.quartermaster.platform.db.OneReplica;
import org.quartermaster.platform.db.Sql;

/**
 * Adds each committed row of the audit logs to the chain of its tenant; one replica does it, the others stand by. What
 * lacks a link is known by name ({@code audit_pending}), so that a row which commits late is never passed over.
 */
@ApplicationScoped
class Chainer {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration SWEEP = Duration.ofHours(1);
    private static final Duration DRAIN = Duration.ofSeconds(3);
    private static final int AT_ONCE = 500;

    private static final String PENDING = """
            select p.tenant_id, p.row_id::text, %s
            from procurement.audit_pending p join %s r on r.tenant_id = p.tenant_id and r.%s = p.row_id
            where p.log = ? order by p.created_at, p.row_id limit %d
            """;
    private static final String HEAD = """
            select seq, prev_hash, hash from procurement.audit_chain
            where tenant_id = ? and log = ? order by seq desc limit 1
            """;
    private static final String ADD = """
            insert into procurement.audit_chain (tenant_id, log, seq, row_id, prev_hash, hash)
            values (?, ?, ?, ?::uuid, ?, ?)
            """;
    private static final String DONE =
            "delete from procurement.audit_pending where tenant_id = ? and log = ? and row_id = ?::uuid";

    /** What was written while the trigger was away, such as before its migration. */
    private static final String FIND = """
            insert into procurement.audit_pending (tenant_id, log, row_id)
            select r.tenant_id, ?, r.%s from %s r
            where not exists (select from procurement.audit_chain c
              where c.tenant_id = r.tenant_id and c.log = ? and c.row_id = r.%s)
            on conflict do nothing
            """;

    private static final String OLDEST =
            "select coalesce(extract(epoch from now() - min(created_at)), 0) from procurement.audit_pending";

    private final OneReplica replica;
    private final AtomicLong lag;
    private Loop loop;

    @Inject
    Chainer(OneReplica replica, MeterRegistry meters) {
        this.replica = replica;
        this.lag = meters.gauge("audit_chain_lag_seconds", new AtomicLong());
    }

    private record Row(String tenant, String id, String content) {}

    void start(@Observes StartupEvent start) {
        loop = Loop.start("audit-chain", LOOK, this::work);
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        loop.stop();
        Loop.join(List.of(loop), DRAIN);
    }

    /** NB: the lock is held for as long as the connection lives; who does not get it tries again. */
    private void work(Loop turns) throws SQLException, InterruptedException {
        replica.run("audit-chain", connection -> chain(turns, connection));
        turns.sleep(LOOK);
    }

    private void chain(Loop turns, Connection connection) throws SQLException {
        var sweep = Instant.EPOCH;
        while (turns.isRunning()) {
            if (sweep.isBefore(Instant.now())) {
                find(connection);
                sweep = Instant.now().plus(SWEEP);
            }
            var added = 0;
            for (var log : ChainedLog.values()) {
                added += add(connection, log);
            }
            turns.well();
            lag.set(Sql.query(connection, OLDEST, row -> row.getLong(1)).get(0));
            if (added == 0 && !isPaused(turns)) {
                return;
            }
        }
    }

    private static boolean isPaused(Loop turns) {
        try {
            turns.sleep(LOOK);
            return true;
        } catch (InterruptedException ended) {
            turns.stop();
            return false;
        }
    }

    private static void find(Connection connection) throws SQLException {
        for (var log : ChainedLog.values()) {
            Sql.update(connection, FIND.formatted(log.key(), log.table(), log.key()), log.word(), log.word());
        }
    }

    private static int add(Connection connection, ChainedLog log) throws SQLException {
        connection.setAutoCommit(false);
        try {
            var sql = PENDING.formatted(log.content(), log.table(), log.key(), AT_ONCE);
            var rows = Sql.query(
                    connection, sql, row -> new Row(row.getString(1), row.getString(2), row.getString(3)), log.word());
            var heads = new HashMap<String, ChainLink>();
            for (var row : rows) {
                var head = heads.get(row.tenant());
                var link = (head == null ? head(connection, log, row.tenant()) : head).next(row.content());
                add(connection, log, row, link);
                heads.put(row.tenant(), link);
            }
            connection.commit();
            return rows.size();
        } catch (SQLException failed) {
            connection.rollback();
            throw failed;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static ChainLink head(Connection connection, ChainedLog log, String tenant) throws SQLException {
        return Sql.query(
                        connection,
                        HEAD,
                        row -> new ChainLink(row.getLong(1), row.getBytes(2), row.getBytes(3), null),
                        tenant,
                        log.word())
                .stream()
                .findFirst()
                .orElseGet(ChainLink::origin);
    }

    private static void add(Connection connection, ChainedLog log, Row row, ChainLink link) throws SQLException {
        Sql.update(connection, ADD, row.tenant(), log.word(), link.seq(), row.id(), link.prevHash(), link.hash());
        Sql.update(connection, DONE, row.tenant(), log.word(), row.id());
    }
}
