package org.quartermaster.procurement.changes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.quartermaster.platform.Loop;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;

/**
 * Gives committed changes of tenders their dense position, the order of the feed. Rows that commit later get later ones,
 * whatever their number, so that a reader who remembers a position never misses a row. One replica does it, the holder of
 * an advisory lock that ends with its connection; NATS has no part in it.
 */
@ApplicationScoped
public class ChangePositions {
    private static final int BATCH = 10_000;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration DRAIN = Duration.ofSeconds(2);
    private static final String NAME = "change-positions";

    private static final String LOCK =
            "select pg_try_advisory_lock(hashtextextended('procurement.change_positions', 0))";
    /** NB: a server that hears nothing for so long ends the session, and with it the lock of a paused process. */
    private static final String LEASE = "select set_config('idle_session_timeout', '10000', false)";

    private static final String STAMP = """
            with due as (
              select change_seq from procurement.tender_changes where position is null order by change_seq limit ?
            ), placed as (
              select change_seq, row_number() over (order by change_seq)
                + (select coalesce(max(position), 0) from procurement.tender_changes) as position
              from due
            )
            update procurement.tender_changes c set position = p.position from placed p where c.change_seq = p.change_seq
            """;
    private static final String UNPLACED = """
            select exists (select from procurement.tender_changes where position is null and change_seq <= ?)
            """;

    private final SystemConnection database;
    private Loop loop;

    @Inject
    ChangePositions(SystemConnection database) {
        this.database = database;
    }

    void start(@Observes StartupEvent event) {
        loop = Loop.start(NAME, POLL, this::live);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop();
        Loop.join(List.of(loop), DRAIN);
    }

    private void live(Loop turns) throws SQLException, InterruptedException {
        try (var connection = database.open()) {
            Sql.query(connection, LEASE, row -> null);
            var isActive = false;
            while (turns.isRunning()) {
                isActive = isActive || lock(connection);
                var placed = isActive ? Sql.update(connection, STAMP, BATCH) : 0;
                turns.well();
                if (placed < BATCH) {
                    turns.sleep(POLL);
                }
            }
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        return Sql.query(connection, LOCK, row -> row.getBoolean(1)).get(0);
    }

    /** Says that there are new changes; to be called after their commit. */
    public void ring() {
        loop.ring();
    }

    /** The last change that the transaction sees, for {@link #await}. */
    public static long last(Connection connection) throws SQLException {
        var sql = "select coalesce(max(change_seq), 0) from procurement.tender_changes";
        return Sql.query(connection, sql, row -> row.getLong(1)).get(0);
    }

    /**
     * Waits until all changes up to that one have their positions.
     *
     * @param look is called between looks, and may end the waiting by an exception
     */
    public void await(long lastChange, Runnable look) throws SQLException, InterruptedException {
        ring();
        try (var connection = database.open()) {
            while (Sql.query(connection, UNPLACED, row -> row.getBoolean(1), lastChange)
                    .get(0)) {
                look.run();
                Thread.sleep(POLL.toMillis() / 4);
            }
        }
    }
}
