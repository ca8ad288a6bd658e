package org.quartermaster.procurement.match;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.quartermaster.platform.Loop;
import org.quartermaster.platform.db.OneReplica;
import org.quartermaster.platform.db.Sql;

/**
 * Holds each change of a tender against all alerts, in the order of the feed. One replica does, as long as it lives; the
 * next one goes on from the mark, and what was written twice has one effect.
 */
@ApplicationScoped
class Matcher {
    private static final String NAME = "procurement.alert_matcher";
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int BATCH = 200;
    private static final String MARK = "select position from procurement.alert_mark";
    private static final String MOVE = "update procurement.alert_mark set position = ?";
    private static final String LAG = "select coalesce(max(position), 0) from procurement.tender_changes";

    private final OneReplica one;
    private final Batch batch;
    private final MatchWriter writer;
    private final CatchUp catchUp;
    private volatile long lag;
    private Loop loop;

    @Inject
    Matcher(OneReplica one, Batch batch, MatchWriter writer, CatchUp catchUp, MeterRegistry meters) {
        this.one = one;
        this.batch = batch;
        this.writer = writer;
        this.catchUp = catchUp;
        Gauge.builder("alert_matcher_lag", () -> lag)
                .description("Changes of tenders that no alert has seen yet")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        loop = Loop.start("alert-matcher", LOOK, this::takeTurn);
    }

    void stop(@Observes ShutdownDelayInitiatedEvent shutdown) {
        loop.stop();
    }

    private void takeTurn(Loop turns) throws SQLException, InterruptedException {
        one.run(NAME, connection -> matchAlone(turns, connection));
        turns.sleep(LOOK);
    }

    /** NB: each look asks the database, which also tells that the lock is still there. */
    private void matchAlone(Loop turns, Connection connection) throws SQLException {
        var alerts = ActiveAlerts.load(connection);
        try {
            while (turns.isRunning()) {
                var isBusy = look(connection, alerts);
                turns.well();
                if (!isBusy) {
                    turns.sleep(LOOK);
                }
            }
        } catch (InterruptedException ending) {
            turns.stop();
        }
    }

    /**
     * Does a batch; true where there is more to do. NB: alerts are read after the changes, so that one that was there
     * before a change sees it.
     */
    private boolean look(Connection connection, ActiveAlerts alerts) throws SQLException {
        var mark = number(connection, MARK);
        var changes = TenderChange.after(connection, mark, Long.MAX_VALUE, BATCH);
        alerts.refresh(connection);
        if (!changes.isEmpty()) {
            writer.write(batch.match(changes, alerts, Instant.now()));
            var reached = changes.get(changes.size() - 1).position();
            Sql.update(connection, MOVE, reached);
            mark = reached;
        }
        var isBehind = catchUp.step(connection, alerts.behind(), mark);
        lag = changes.isEmpty() ? 0 : number(connection, LAG) - mark;
        return isBehind || changes.size() == BATCH;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return Sql.query(connection, sql, row -> row.getLong(1)).get(0);
    }
}
